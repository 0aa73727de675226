// The poll phase: messages that have arrived at a port, in order of arrival. In Node each wakes the loop by a uv_async_t
// (src/node_messaging.cc); nothing else of the outside world reaches a program here.
import type { Job } from '../../../../trace/events.ts';
import type { Core } from '../core.ts';
import { Fifo } from './fifo.ts';

interface Arrival {
  readonly job: number;
  readonly work: () => void;
}

export class Poll {
  readonly #core: Core;
  readonly #arrivals = new Fifo<Arrival>();
  /** Open ports with a listener: Node waits for them. */
  readonly listening = new Set<object>();

  constructor(core: Core) {
    this.#core = core;
  }

  add(work: () => void, what: Job): void {
    const core = this.#core;
    const job = core.nextJob();
    if (core.traced) core.emit({ kind: 'enqueue', queue: 'poll', job, what, ...core.frames.author() });
    this.#arrivals.push({ job, work });
  }

  isWaiting(): boolean {
    return this.#arrivals.length > 0;
  }

  /** Runs one. Throws what it throws. */
  runOne(): void {
    const arrival = this.#arrivals.shift();
    if (!arrival) return;
    const core = this.#core;
    core.step();
    if (core.traced) core.emit({ kind: 'dequeue', queue: 'poll', job: arrival.job });
    core.frames.clear();
    try {
      arrival.work();
    } finally {
      core.context = undefined;
      core.frames.clear();
    }
  }
}
