// Makes or replaces a file in one step or not at all: a reader sees the old text or the new one, and a command that is killed leaves no
// half of one.
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes beside the file and renames; its folder is made where it is not there. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Writes beside the file and gives it its name, which nothing may have yet: throws EEXIST, and leaves what is there as it is. */
export function createFile(file: string, content: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(draft, content);
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces what may also be lost (a cache): a folder that cannot be written to is no error. */
export function replaceCached(file: string, content: string | Uint8Array): void {
  try {
    replaceFile(file, content);
  } catch {
    // made again next time
  }
}
