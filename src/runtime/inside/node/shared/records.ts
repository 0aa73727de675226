// Where records go: a file, one JSON object a line, and who in it is who.
import fs from 'node:fs';

// the program's own writes are watched later
const { closeSync, openSync, writeSync } = fs;

/** Appends to a file; several threads and processes may append to one. */
export class RecordFile {
  readonly #file: number;
  #broken = false;

  constructor(path: string) {
    this.#file = openSync(path, 'a', 0o600);
  }

  /** Never fails: if something goes wrong, nothing more is recorded. */
  write(record: object): void {
    if (this.#broken) return;
    try {
      writeSync(this.#file, `${JSON.stringify(record)}\n`);
    } catch {
      this.#broken = true;
    }
  }
}

/** Whether we are the first of the run to come, which is the program itself: only the first can create this file. */
export function isFirst(path: string): boolean {
  try {
    closeSync(openSync(path, 'ax', 0o600));
    return true;
  } catch {
    return false;
  }
}

/** The main thread of a process is known by the process alone. */
export function threadKey(thread: number): string {
  return thread === 0 ? String(process.pid) : `${process.pid}.${thread}`;
}
