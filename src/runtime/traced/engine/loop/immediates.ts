// setImmediate: what was set before a turn runs in that turn, what is set in it runs in the next.
import type { Context, Core } from '../core.ts';

export interface Immediate {
  readonly job: number;
  readonly context: Context | undefined;
  readonly work: () => void;
  cleared: boolean;
  keepsAlive: boolean;
}

export class Immediates {
  readonly #core: Core;
  #next: Immediate[] = [];
  /** What an error left of a turn. */
  #left: Immediate[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  add(work: () => void, label: () => string): Immediate {
    const core = this.#core;
    const job = core.nextJob();
    if (core.traced) {
      core.emit({ kind: 'enqueue', queue: 'immediates', job, label: label(), ...core.frames.author() });
    }
    const immediate = { job, context: core.context, work, cleared: false, keepsAlive: true };
    this.#next.push(immediate);
    return immediate;
  }

  /** One that does nothing and is not told of: the turn comes, with what runs in it. */
  addSilent(): void {
    this.#next.push({ job: 0, context: undefined, work: () => {}, cleared: false, keepsAlive: true });
  }

  cancel(immediate: Immediate): void {
    if (immediate.cleared) return;
    immediate.cleared = true;
    const waits = this.#next.includes(immediate) || this.#left.includes(immediate);
    this.#next = this.#next.filter((other) => other !== immediate);
    if (waits && this.#core.traced) this.#core.emit({ kind: 'cancel', queue: 'immediates', job: immediate.job });
  }

  get keepsAlive(): boolean {
    return this.#left.length > 0 || this.#next.some((immediate) => immediate.keepsAlive);
  }

  get hasAny(): boolean {
    return this.#left.length > 0 || this.#next.length > 0;
  }

  get hasLeft(): boolean {
    return this.#left.length > 0;
  }

  /** Runs a turn; `between` runs between two. Throws what one throws: call it again for the rest. */
  run(between: () => void): void {
    const core = this.#core;
    if (this.#left.length === 0) [this.#left, this.#next] = [this.#next, []];
    let ran = false;
    for (let immediate; (immediate = this.#left[0]);) {
      if (ran) between();
      ran = true;
      this.#left.shift();
      if (immediate.cleared) continue;
      immediate.cleared = true;
      core.step();
      if (core.traced && immediate.job > 0) core.emit({ kind: 'dequeue', queue: 'immediates', job: immediate.job });
      core.clock.beginCallback();
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
