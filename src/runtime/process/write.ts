// Writes a file whole or not at all, so that a command that is killed leaves no half of one.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes what may also be lost (a cache): a folder that cannot be written to is no error. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}
