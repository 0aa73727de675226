// Timers as Node keeps them (lib/internal/timers.js): one list per delay, each list in order of creation, the list that is due first goes
// first. A list is emptied before the next is looked at, so under load timers do not run in the order of their deadlines.
import type { Instant } from '../../../../explore/clock/path.ts';
import type { Job } from '../../../../trace/events.ts';
import type { Context } from '../context.ts';
import type { Clock } from './clock.ts';
import { later } from './time.ts';

export interface Timer {
  readonly id: number;
  /** ms, as the program asked. */
  readonly delay: number;
  readonly repeats: boolean;
  /** May stand for something outside the program: no time limit, and none of 1 ms, which only lets others go first. */
  readonly isOutside: boolean;
  readonly context: Context | undefined;
  readonly work: () => void;
  readonly what: () => Job;
  job: number;
  /** When this round of waiting began. */
  start: Instant;
  active: boolean;
  /** Cleared before its end: it never waits again. */
  isClosed: boolean;
  keepsAlive: boolean;
}

export interface TimersList {
  readonly msecs: number;
  /** Of two lists that are due at the same time the one with the lower number goes first. */
  id: number;
  expiry: Instant;
  readonly timers: Timer[];
}

export class TimerLists {
  readonly #clock: Clock;
  /** By the ms that their timers wait: timerListMap. */
  readonly #byMsecs = new Map<number, TimersList>();
  #ids = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#byMsecs.size;
  }

  get keepsAlive(): boolean {
    return this.some(({ timers }) => timers.some((timer) => timer.keepsAlive));
  }

  some(test: (list: TimersList) => boolean): boolean {
    return [...this.#byMsecs.values()].some(test);
  }

  /** When lists are due and when timers began. */
  instants(): readonly Instant[] {
    return [...this.#byMsecs.values()].flatMap(({ expiry, timers }) => [expiry, ...timers.map((timer) => timer.start)]);
  }

  nextId(): number {
    return ++this.#ids;
  }

  /** At the end of the list of its delay. */
  append(timer: Timer): void {
    const { delay, start } = timer;
    const list = this.#byMsecs.get(delay);
    if (list) list.timers.push(timer);
    else this.#byMsecs.set(delay, { msecs: delay, id: this.nextId(), expiry: later(start, delay), timers: [timer] });
  }

  /** Out of its list, which is returned, if it waited. */
  takeOut(timer: Timer): TimersList | undefined {
    const list = this.#byMsecs.get(timer.delay);
    const index = list?.timers.indexOf(timer) ?? -1;
    if (!list || index < 0) return undefined;
    list.timers.splice(index, 1);
    return list;
  }

  /** The list is given up where nothing waits in it; another one of the same delay stays. */
  dropIfEmpty(list: TimersList): void {
    if (list.timers.length === 0 && this.#byMsecs.get(list.msecs) === list) this.#byMsecs.delete(list.msecs);
  }

  /** timerListQueue.peek() */
  first(): TimersList | undefined {
    let first: TimersList | undefined;
    for (const list of this.#byMsecs.values()) if (!first || this.#goesBefore(list, first)) first = list;
    return first;
  }

  /** compareTimersLists */
  #goesBefore(a: TimersList, b: TimersList): boolean {
    const at = { what: 'compareTimersLists' };
    return a.id < b.id ? !this.#clock.isBefore(b.expiry, a.expiry, at) : this.#clock.isBefore(a.expiry, b.expiry, at);
  }
}
