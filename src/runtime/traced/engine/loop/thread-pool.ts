// libuv's thread pool, which reads files (src/threadpool.c): what it has done arrives in the poll phase, before the messages of ports, whose
// handles are made later. A request is done at the earliest in the poll phase after the next check phase; at once where the loop has
// nothing else to do than to wait for it.
import type { Job } from '../../../../trace/events.ts';
import type { Core } from '../core.ts';
import type { PollSource } from './poll.ts';

interface Request {
  readonly work: () => void;
  readonly what: Job;
  /** Poll phases that have passed since it was made. */
  age: number;
}

export class ThreadPool {
  readonly #core: Core;
  readonly #source: PollSource;
  #requests: Request[] = [];

  constructor(core: Core, source: PollSource) {
    this.#core = core;
    this.#source = source;
  }

  get isBusy(): boolean {
    return this.#requests.length > 0;
  }

  /** `work` runs once the request is done, with what AsyncLocalStorage holds now. */
  request(work: () => void, what: Job): void {
    const { context } = this.#core;
    this.#requests.push({ work: () => this.#core.under(context, work), what, age: 0 });
  }

  /** The poll phase begins; `mayBlock`: nothing else can run in it. */
  poll(mayBlock: boolean): void {
    const done = this.#requests.filter(({ age }) => mayBlock || age > 0);
    this.#requests = this.#requests.filter((request) => !done.includes(request));
    for (const request of this.#requests) request.age++;
    for (const { work, what } of done) this.#source.add(work, what);
  }
}
