// The two queues that are emptied after every callback, and in what order: the queue of process.nextTick, which is
// Node's (lib/internal/process/task_queues.js), and the queue of microtasks, which is the language's (ECMA-262 9.5.5).
import type { Job as JobInTrace } from '../../../../trace/events.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { Fifo } from './fifo.ts';
import type { RejectionListeners, Rejections } from './rejections.ts';

interface Job {
  readonly id: number;
  readonly context: Context | undefined;
  readonly work: () => void;
}

export class TaskQueues {
  readonly #core: Core;
  readonly #rejections: Rejections;
  readonly #microtasks = new Fifo<Job>();
  readonly #ticks = new Fifo<Job>();

  constructor(core: Core, rejections: Rejections) {
    this.#core = core;
    this.#rejections = rejections;
  }

  /**
   * HostEnqueuePromiseJob (ECMA-262 9.5.5), and queueMicrotask. `what` is asked for only if somebody traces; `from` holds
   * the context, even where that is none.
   */
  enqueueMicrotask(
    work: () => void,
    what: () => JobInTrace,
    from: { readonly context: Context | undefined } = this.#core,
  ): void {
    this.#microtasks.push(this.#job('micro', work, what, from.context));
  }

  /** process.nextTick */
  nextTick(work: () => void, what: () => JobInTrace): void {
    this.#ticks.push(this.#job('nextTick', work, what, this.#core.context));
  }

  /** Until none is left: a microtask that queues another one is followed by it before anything else runs. */
  runMicrotasks(): void {
    for (let job; (job = this.#microtasks.shift());) this.#run('micro', job);
  }

  /**
   * Node's runNextTicks: what comes after each callback of the loop. Where no tick waits the microtasks run first, which
   * may queue ticks. Throws what a job throws; what that leaves in the queues waits for the next callback.
   */
  runNextTicks(listeners: RejectionListeners): void {
    const hasNothing = () => this.#ticks.length === 0 && !this.#rejections.hasRejectionToWarn;
    if (hasNothing()) this.runMicrotasks();
    if (hasNothing()) return;
    this.#processTicksAndRejections(listeners);
  }

  /**
   * Node's processTicksAndRejections: a tick before a microtask. All ticks run, with those that they queue; only then all
   * microtasks; ticks that those queued come next. Once both queues are empty, rejections that nobody handles are
   * reported. In the body of an ES module it looks the other way round: the body is itself a microtask (loop.ts).
   */
  #processTicksAndRejections(listeners: RejectionListeners): void {
    do {
      for (let tock; (tock = this.#ticks.shift());) this.#run('nextTick', tock);
      this.runMicrotasks();
    } while (this.#ticks.length > 0 || this.#rejections.processPromiseRejections(listeners));
  }

  #job(queue: 'micro' | 'nextTick', work: () => void, what: () => JobInTrace, context: Context | undefined): Job {
    const id = this.#core.nextJob();
    if (this.#core.traced) {
      this.#core.emit({ kind: 'enqueue', queue, job: id, what: what(), ...this.#core.frames.author() });
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
