// Where the records of one thread of Node go: a file of its own, one JSON object a line, as src/runtime/real/record/records.ts reads
// them. Times are microseconds of the machine's monotonic clock, which all its processes share.
import fs from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const { writeSync } = fs;
const { hrtime } = process;

export class Records {
  /** What all keys of strands of this thread begin with. */
  readonly thread = threadKey(threadId);
  /** Whether this is the thread that the program starts in. */
  readonly isProgram: boolean;
  readonly #file: number;
  #broken = false;

  constructor(folder: string) {
    this.#file = fs.openSync(join(folder, `${this.thread}.records`), 'a', 0o600);
    this.isProgram = isMainThread && isFirst(folder);
    const parent = isMainThread ? String(process.ppid) : String(process.pid);
    const origin = this.isProgram ? { program: true } : { parent };
    this.emit({
      e: 'process',
      p: this.thread,
      wall: Math.round((performance.timeOrigin + performance.now()) * 1000),
      ...origin,
    });
    if (!this.isProgram) this.emit({ e: 'resume', strand: `${this.thread}/0`, line: 0 });
  }

  /** Never fails: if something goes wrong, nothing more is recorded. */
  emit(record: object): void {
    if (this.#broken) return;
    try {
      writeSync(this.#file, `${JSON.stringify({ ...record, at: Number(hrtime.bigint() / 1000n) })}\n`);
    } catch {
      this.#broken = true;
    }
  }
}

/** The main thread of a process is known by the process alone. */
export function threadKey(thread: number): string {
  return thread === 0 ? String(process.pid) : `${process.pid}.${thread}`;
}

function isFirst(folder: string): boolean {
  try {
    fs.closeSync(fs.openSync(join(folder, 'program'), 'wx', 0o600));
    return true;
  } catch {
    return false;
  }
}
