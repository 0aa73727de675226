// Finds a command as the shell would: through the folders of PATH.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first file of that name that can be run, or undefined. A name with a folder in it is looked for nowhere else. */
export function which(command: string, path = process.env['PATH'] ?? ''): string | undefined {
  if (/[\\/]/.test(command)) return endings(command).find(runs);
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings(join(folder, command)))
    .find(runs);
}

function endings(file: string): string[] {
  if (process.platform !== 'win32') return [file];
  return [file, ...(process.env['PATHEXT'] ?? '.EXE').split(';').map((end) => file + end)];
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
