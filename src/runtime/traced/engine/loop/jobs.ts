// The two queues that are emptied after every callback: process.nextTick and microtasks.
import type { Context, Core } from '../core.ts';
import { Fifo } from './fifo.ts';

interface Job {
  readonly id: number;
  readonly context: Context | undefined;
  readonly work: () => void;
}

export class Jobs {
  readonly #core: Core;
  readonly #micro = new Fifo<Job>();
  readonly #ticks = new Fifo<Job>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** `label` is asked for only if somebody traces; `resumes` is the strand that goes on. */
  micro(work: () => void, label: () => string, context = this.#core.context, resumes?: number): void {
    this.#micro.push(this.#job('micro', work, label, context, resumes));
  }

  tick(work: () => void, label: () => string): void {
    this.#ticks.push(this.#job('nextTick', work, label, this.#core.context));
  }

  runTicks(): void {
    for (let job; (job = this.#ticks.shift());) this.#run('nextTick', job);
  }

  runMicrotasks(): void {
    for (let job; (job = this.#micro.shift());) this.#run('micro', job);
  }

  get hasTicks(): boolean {
    return this.#ticks.length > 0;
  }

  #job(
    queue: 'micro' | 'nextTick',
    work: () => void,
    label: () => string,
    context: Context | undefined,
    resumes?: number,
  ): Job {
    const id = this.#core.nextJob();
    if (this.#core.traced) {
      const strand = resumes === undefined ? {} : { resumes };
      this.#core.emit({ kind: 'enqueue', queue, job: id, label: label(), ...this.#core.frames.author(), ...strand });
    }
    return { id, context, work };
  }

  #run(queue: 'micro' | 'nextTick', { id, context, work }: Job): void {
    const core = this.#core;
    core.step();
    if (core.traced) core.emit({ kind: 'dequeue', queue, job: id });
    core.context = context;
    core.frames.clear();
    try {
      work();
    } finally {
      core.context = undefined;
      core.frames.clear();
    }
  }
}
