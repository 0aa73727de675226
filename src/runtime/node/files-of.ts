// The folder of a program, whose files it may read on the traced engine: nothing outside it, not by a symbolic link either.
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { FolderEntry, Program } from '../traced/program.ts';

export function filesOf(file: string): NonNullable<Program['files']> {
  return { look: (path) => look(dirname(file), path) };
}

function look(folder: string, path: string): FolderEntry {
  const root = realpathSync(folder);
  const real = realPathOf(resolve(path));
  if (real !== root && !real.startsWith(root + sep)) return { kind: 'outside' };
  const stats = statSync(real, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { kind: 'folder', names: readdirSync(real) };
  return stats?.isFile() ? { kind: 'file', bytes: readFileSync(real, 'latin1') } : { kind: 'none' };
}

/** With links followed; of what is not there, of the part that is. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : realPathOf(above) + path.slice(above.length);
  }
}
