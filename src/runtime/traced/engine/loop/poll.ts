// The poll phase: what has arrived from outside. In Node each source wakes the loop by a uv_async_t: the thread pool, and every port
// (MessagePort::OnMessage, src/node_messaging.cc). libuv looks through them in the order in which they were made (uv__async_io,
// src/unix/async.c), once a turn: what arrives meanwhile at one that was looked at waits for the next turn.
import type { Job } from '../../../../trace/events.ts';
import type { Core } from '../core.ts';
import { Fifo } from './fifo.ts';

/** A port runs at most so many messages a turn, or as many as waited when it began. */
const mostAtOnce = 1000;
/** ms that so many messages take at least: who answers each of them holds up the timers, but not for ever. */
const busyTime = 1;

interface Arrival {
  readonly job: number;
  readonly work: () => void;
}

export class PollSource {
  readonly arrivals = new Fifo<Arrival>();
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  add(work: () => void, what: Job): void {
    const core = this.#core;
    const job = core.nextJob();
    if (core.traced) core.emit({ kind: 'enqueue', queue: 'poll', job, what, ...core.frames.author() });
    this.arrivals.push({ job, work });
  }
}

export class Poll {
  readonly #core: Core;
  #sources: PollSource[] = [];
  /** Open ports with a listener: Node waits for them. */
  readonly listening = new Set<object>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** After all that were made before. */
  source(): PollSource {
    const source = new PollSource(this.#core);
    this.#sources.push(source);
    return source;
  }

  isWaiting(): boolean {
    return this.#sources.some(({ arrivals }) => arrivals.length > 0);
  }

  /** One look at all sources. `run` is given each arrival, and says whether it failed: the rest of its source then waits, too. */
  runAll(run: (arrival: () => void) => boolean): void {
    const sources = this.#sources;
    // each goes back behind those that were looked at before; one that is made meanwhile waits for the next turn, at the place where it is made
    this.#sources = [];
    for (const source of sources) {
      this.#sources.push(source);
      const { arrivals } = source;
      let left = Math.max(arrivals.length, mostAtOnce);
      for (; left > 0; left--) {
        const arrival = arrivals.shift();
        if (!arrival || !run(() => this.#run(arrival))) break;
      }
      if (left === 0) this.#core.clock.standStill(busyTime, { what: 'turn' });
    }
  }

  #run({ job, work }: Arrival): void {
    const core = this.#core;
    core.step();
    if (core.traced) core.emit({ kind: 'dequeue', queue: 'poll', job });
    core.frames.clear();
    try {
      work();
    } finally {
      core.context = undefined;
      core.frames.clear();
    }
  }
}
