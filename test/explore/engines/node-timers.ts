// Node's timers and microtasks, as small as their order allows: lib/internal/timers.js (`insert`, `processTimers`, `listOnTimeout`), one
// list for each duration, and microtasks run to their end after each callback. `getLibuvNow` reads the clock anew (uv_update_time in
// Environment::GetNowUint64, src/env.cc), when a timer is set as well as when timers are processed. Times are whole ms.
import { start } from '../../../src/explore/clock/path.ts';
import type { Instant } from '../../../src/explore/clock/path.ts';
import type { LoopClock } from './concrete-clock.ts';

interface Timer {
  readonly start: Instant;
  readonly callback: () => void;
}

interface TimersList {
  readonly msecs: number;
  id: number;
  expiry: Instant;
  readonly timers: Timer[];
}

export class Node {
  readonly #clock: LoopClock;
  readonly #lists = new Map<number, TimersList>();
  readonly #microtasks: (() => void)[] = [];
  #ids = 0;

  constructor(clock: LoopClock) {
    this.#clock = clock;
  }

  queueMicrotask(callback: () => void): void {
    this.#microtasks.push(callback);
  }

  /** Returns what clears it. */
  setTimeout(callback: () => void, msecs: number): () => void {
    const begun = this.#clock.read({ what: 'setTimeout' });
    const timer = { start: begun, callback };
    const list = this.#lists.get(msecs) ?? { msecs, id: ++this.#ids, expiry: later(begun, msecs), timers: [] };
    this.#lists.set(msecs, list);
    list.timers.push(timer);
    return () => {
      const index = list.timers.indexOf(timer);
      if (index < 0) return;
      list.timers.splice(index, 1);
      if (list.timers.length === 0 && this.#lists.get(msecs) === list) this.#lists.delete(msecs);
    };
  }

  /** The main program, then the loop until no timer is left. */
  run(main: () => void): void {
    main();
    this.#drain();
    for (let first; (first = this.#peek());) {
      this.#clock.waitUntil(first.expiry);
      this.#processTimers(this.#clock.read({ what: 'processTimers' }));
    }
  }

  #processTimers(now: Instant): void {
    for (let list; (list = this.#peek()) && !this.#clock.isBefore(now, list.expiry, { what: 'expiry' });) {
      this.#listOnTimeout(list, now);
    }
  }

  #listOnTimeout(list: TimersList, now: Instant): void {
    for (let timer; (timer = list.timers[0]);) {
      const due = later(timer.start, list.msecs);
      if (this.#clock.isBefore(now, due, { what: 'listOnTimeout' })) {
        list.expiry = due;
        list.id = ++this.#ids;
        return;
      }
      list.timers.shift();
      timer.callback();
      this.#drain();
    }
    if (this.#lists.get(list.msecs) === list) this.#lists.delete(list.msecs);
  }

  /** timerListQueue.peek(), in the order of compareTimersLists: by expiry, then by id. */
  #peek(): TimersList | undefined {
    return [...this.#lists.values()]
      .sort((a, b) => a.id - b.id)
      .reduce<TimersList | undefined>((first, list) => {
        return first && !this.#clock.isBefore(list.expiry, first.expiry, { what: 'timerListQueue' }) ? first : list;
      }, undefined);
  }

  #drain(): void {
    for (let job; (job = this.#microtasks.shift());) job();
  }
}

function later({ time, plus }: Instant = start, delay: number): Instant {
  return { time, plus: plus + delay };
}
