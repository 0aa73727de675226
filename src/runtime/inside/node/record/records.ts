// Where the records of one thread of Node go: a file of its own, as src/runtime/real/record/records.ts reads them. Times are
// microseconds of the machine's monotonic clock, which all its processes share.
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import { isFirst, RecordFile, threadKey } from '../shared/records.ts';

const { hrtime } = process;

export class Records {
  /** What all keys of strands of this thread begin with. */
  readonly thread = threadKey(threadId);
  /** Whether this is the thread that the program starts in. */
  readonly isProgram: boolean;
  readonly #file: RecordFile;

  constructor(folder: string) {
    this.#file = new RecordFile(join(folder, `${this.thread}.records`));
    this.isProgram = isMainThread && isFirst(join(folder, 'program'));
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

  emit(record: object): void {
    this.#file.write({ ...record, at: Number(hrtime.bigint() / 1000n) });
  }
}
