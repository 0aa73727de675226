// asyncio's event loop, as small as its order allows: Lib/asyncio/base_events.py (`_run_once`, `call_at`), futures.py, tasks.py, and
// the heap of Lib/heapq.py. Times are whole µs. Coroutines are generators that yield the future that they wait for.
import type { Instant } from '../../../src/explore/clock/path.ts';
import type { Choose } from '../../../src/explore/decision.ts';
import type { LoopClock } from './concrete-clock.ts';

export type Coroutine = Generator<Future, void, void>;

export class Cancelled extends Error {}

interface TimerHandle {
  readonly when: Instant;
  readonly callback: () => void;
  isCancelled: boolean;
}

export class Loop {
  readonly choose: Choose;
  readonly #clock: LoopClock;
  #ready: (() => void)[] = [];
  readonly #scheduled: TimerHandle[] = [];

  constructor(clock: LoopClock, choose: Choose) {
    this.#clock = clock;
    this.choose = choose;
  }

  callSoon(callback: () => void): void {
    this.#ready.push(callback);
  }

  /** `time.sleep`: the process itself stands still. */
  block(delay: number): void {
    const now = this.#clock.read({ what: 'time.sleep' });
    this.#clock.waitUntil({ ...now, plus: delay });
  }

  callLater(delay: number, callback: () => void): TimerHandle {
    const now = this.#clock.read({ what: 'call_later' });
    const handle = { when: { ...now, plus: now.plus + delay }, callback, isCancelled: false };
    this.#scheduled.push(handle);
    this.#siftDown(0, this.#scheduled.length - 1);
    return handle;
  }

  /** Until nothing is left to do. */
  run(): void {
    while (this.#runOnce());
  }

  #runOnce(): boolean {
    while (this.#scheduled[0]?.isCancelled) this.#pop();
    const [head] = this.#scheduled;
    if (!head && this.#ready.length === 0) return false;
    // selector.select(timeout), whose timeout ends at the first deadline
    if (head && this.#ready.length === 0) this.#clock.waitUntil(head.when);
    if (head) {
      const now = this.#clock.read({ what: '_run_once' });
      for (let first; (first = this.#scheduled[0]);) {
        // a handle is due if when < now + clock_resolution, which is 1 here
        if (this.#clock.isBefore(now, first.when, { what: 'due' })) break;
        this.#pop();
        if (!first.isCancelled) this.#ready.push(first.callback);
      }
    }
    const batch = this.#ready;
    this.#ready = [];
    for (const callback of batch) callback();
    return true;
  }

  #pop(): void {
    const last = this.#scheduled.pop();
    if (!last || this.#scheduled.length === 0) return;
    this.#scheduled[0] = last;
    this.#siftUp();
  }

  #less(a: number, b: number): boolean {
    const [one, other] = [this.#scheduled[a], this.#scheduled[b]];
    return one !== undefined && other !== undefined && this.#clock.isBefore(one.when, other.when, { what: 'heapq' });
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#scheduled[a], this.#scheduled[b]];
    if (one && other) [this.#scheduled[a], this.#scheduled[b]] = [other, one];
  }

  /** _siftdown of heapq: towards the root, as long as it is less than its parent. */
  #siftDown(root: number, from: number): void {
    for (let at = from; at > root;) {
      const parent = (at - 1) >> 1;
      if (!this.#less(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** _siftup of heapq: from the root to a leaf along the smaller child, then up again. */
  #siftUp(): void {
    let at = 0;
    for (let child = 1; child < this.#scheduled.length; child = 2 * at + 1) {
      const right = child + 1;
      const smaller = right < this.#scheduled.length && !this.#less(child, right) ? right : child;
      this.#swap(at, smaller);
      at = smaller;
    }
    this.#siftDown(0, at);
  }
}

export class Future {
  readonly loop: Loop;
  state: 'pending' | 'finished' | 'cancelled' = 'pending';
  #callbacks: (() => void)[] = [];

  constructor(loop: Loop) {
    this.loop = loop;
  }

  addDoneCallback(callback: () => void): void {
    if (this.state === 'pending') this.#callbacks.push(callback);
    else this.loop.callSoon(callback);
  }

  settle(state: 'finished' | 'cancelled'): void {
    if (this.state !== 'pending') return;
    this.state = state;
    for (const callback of this.#callbacks) this.loop.callSoon(callback);
    this.#callbacks = [];
  }

  /** Whether it was still pending. */
  cancel(): boolean {
    const isPending = this.state === 'pending';
    this.settle('cancelled');
    return isPending;
  }
}

export class Task extends Future {
  readonly #coroutine: Coroutine;
  #waitsFor: Future | undefined;
  #mustCancel = false;

  constructor(loop: Loop, coroutine: Coroutine) {
    super(loop);
    this.#coroutine = coroutine;
    loop.callSoon(() => this.#step());
  }

  /** Task.cancel of tasks.py: where what it waits for is done already, the next step raises. */
  override cancel(): boolean {
    if (this.state !== 'pending') return false;
    if (!this.#waitsFor?.cancel()) this.#mustCancel = true;
    return true;
  }

  #step(): void {
    const isCancelled = this.#mustCancel || this.#waitsFor?.state === 'cancelled';
    this.#mustCancel = false;
    this.#waitsFor = undefined;
    try {
      const { value, done } = isCancelled ? this.#coroutine.throw(new Cancelled()) : this.#coroutine.next();
      if (done) return this.settle('finished');
      this.#waitsFor = value;
      value.addDoneCallback(() => this.#step());
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      this.settle('cancelled');
    }
  }
}

/** asyncio.sleep; a delay of 0 gives way for one turn. */
export function* sleep(loop: Loop, delay: number): Coroutine {
  const future = new Future(loop);
  const handle = loop.callLater(delay, () => future.settle('finished'));
  try {
    yield future;
  } finally {
    handle.isCancelled = true;
  }
}

/** asyncio.wait: until so many of the tasks are done. */
export function* wait(loop: Loop, tasks: readonly Task[], count: number): Coroutine {
  const waiter = new Future(loop);
  let left = count;
  for (const task of tasks) {
    task.addDoneCallback(() => {
      if (--left === 0) waiter.settle('finished');
    });
  }
  yield waiter;
}
