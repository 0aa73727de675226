// setImmediate: what was set before a turn runs in that turn, what is set in it runs in the next.
// Counterpart: processImmediate in Node's lib/internal/timers.js, with its two queues.
import type { Job } from '../../../../trace/events.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';

export interface Immediate {
  readonly job: number;
  readonly context: Context | undefined;
  readonly work: () => void;
  cleared: boolean;
  keepsAlive: boolean;
}

export class Immediates {
  readonly #core: Core;
  /** For the next turn. */
  #immediateQueue: Immediate[] = [];
  /** What is left of this turn; an error may leave something for another pass. */
  #outstandingQueue: Immediate[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  add(work: () => void, what: () => Job): Immediate {
    const core = this.#core;
    const job = core.nextJob();
    if (core.traced) {
      core.emit({ kind: 'enqueue', queue: 'immediates', job, what: what(), ...core.frames.author() });
    }
    const immediate = { job, context: core.context, work, cleared: false, keepsAlive: true };
    this.#immediateQueue.push(immediate);
    return immediate;
  }

  /** setImmediate(noop): one that does nothing and is not told of: the turn comes, with what runs in it. */
  addNoop(): void {
    this.#immediateQueue.push({ job: 0, context: undefined, work: () => {}, cleared: false, keepsAlive: true });
  }

  cancel(immediate: Immediate): void {
    if (immediate.cleared) return;
    immediate.cleared = true;
    const waits = this.#immediateQueue.includes(immediate) || this.#outstandingQueue.includes(immediate);
    this.#immediateQueue = this.#immediateQueue.filter((other) => other !== immediate);
    if (waits && this.#core.traced) this.#core.emit({ kind: 'cancel', queue: 'immediates', job: immediate.job });
  }

  get keepsAlive(): boolean {
    return this.#outstandingQueue.length > 0 || this.#immediateQueue.some((immediate) => immediate.keepsAlive);
  }

  get hasAny(): boolean {
    return this.#outstandingQueue.length > 0 || this.#immediateQueue.length > 0;
  }

  get hasOutstanding(): boolean {
    return this.#outstandingQueue.length > 0;
  }

  /** Runs a turn; `runNextTicks` runs between two. Throws what one throws: call it again for the rest. */
  processImmediate(runNextTicks: () => void): void {
    const core = this.#core;
    if (this.#outstandingQueue.length === 0)
      [this.#outstandingQueue, this.#immediateQueue] = [this.#immediateQueue, []];
    let ranAtLeastOneImmediate = false;
    for (let immediate; (immediate = this.#outstandingQueue[0]);) {
      if (ranAtLeastOneImmediate) runNextTicks();
      ranAtLeastOneImmediate = true;
      this.#outstandingQueue.shift();
      if (immediate.cleared) continue;
      immediate.cleared = true;
      core.step();
      if (core.traced && immediate.job > 0) core.emit({ kind: 'dequeue', queue: 'immediates', job: immediate.job });
      core.context = immediate.context;
      core.frames.clear();
      try {
        immediate.work();
      } finally {
        core.context = undefined;
        core.frames.clear();
      }
    }
  }
}
