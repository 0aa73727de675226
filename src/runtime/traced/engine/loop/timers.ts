// Timers as Node keeps them (lib/internal/timers.js): one list per delay, each list in order of creation, the list that is
// due first goes first. A list is emptied before the next is looked at, so under load timers do not run in the order of
// their deadlines.
import type { Job } from '../../../../trace/events.ts';
import type { Context, Core } from '../core.ts';

/** TIMEOUT_MAX */
const timeoutMax = 2 ** 31 - 1;

export interface Timer {
  readonly id: number;
  /** ms, as the program asked. */
  readonly delay: number;
  readonly repeats: boolean;
  readonly context: Context | undefined;
  readonly work: () => void;
  readonly what: () => Job;
  job: number;
  /** ms that it waits in this round, with what a schedule adds, and when the round began. */
  msecs: number;
  start: number;
  active: boolean;
  /** Cleared before its end: it never waits again. */
  isClosed: boolean;
  keepsAlive: boolean;
}

interface TimersList {
  readonly msecs: number;
  /** Of two lists that are due at the same time the one with the lower number goes first. */
  id: number;
  expiry: number;
  readonly timers: Timer[];
}

export class Timers {
  readonly #core: Core;
  /** By the ms that their timers wait. */
  readonly #timerListMap = new Map<number, TimersList>();
  readonly #byId = new Map<number, Timer>();
  #ids = 0;
  #listIds = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** A timer of `delay` ms (anything that is no number from 1 to 2 ** 31 - 1 means 1 ms), waiting from now on. */
  add(delay: unknown, repeats: boolean, work: () => void, what: (delay: number) => Job): Timer {
    const number = Number(delay);
    const ms = number >= 1 && number <= timeoutMax ? Math.trunc(number) : 1;
    const timer: Timer = {
      id: ++this.#ids,
      delay: ms,
      repeats,
      context: this.#core.context,
      work,
      what: () => what(ms),
      job: 0,
      msecs: ms,
      start: 0,
      active: false,
      isClosed: false,
      keepsAlive: true,
    };
    this.#byId.set(timer.id, timer);
    this.insert(timer);
    return timer;
  }

  byId(id: number): Timer | undefined {
    return this.#byId.get(id);
  }

  /** Begins a round of waiting at `start` ms, with an interval or refresh() not for the first time. */
  insert(timer: Timer, start = this.#core.clock.tick()): void {
    timer.start = start;
    timer.msecs = this.#core.clock.delay(timer.delay);
    timer.active = true;
    timer.job = this.#core.nextJob();
    const due = start + timer.msecs;
    const list = this.#timerListMap.get(timer.msecs);
    if (list) list.timers.push(timer);
    else this.#timerListMap.set(timer.msecs, { msecs: timer.msecs, id: ++this.#listIds, expiry: due, timers: [timer] });
    if (!this.#core.traced) return;
    const author = this.#core.frames.author();
    this.#core.emit({ kind: 'enqueue', queue: 'timers', job: timer.job, what: timer.what(), ...author, due });
  }

  /** clearTimeout */
  unenroll(timer: Timer): void {
    if (!timer.active) return;
    timer.active = false;
    timer.isClosed = true;
    this.#byId.delete(timer.id);
    const list = this.#takeOut(timer);
    if (list?.timers.length === 0) this.#timerListMap.delete(list.msecs);
  }

  /** Waits again from now on. Its list keeps its place, even if it was alone there: as Node does it. */
  refresh(timer: Timer): void {
    if (timer.isClosed) return;
    const list = this.#takeOut(timer);
    this.#byId.set(timer.id, timer);
    this.insert(timer);
    if (list?.timers.length === 0) this.#timerListMap.delete(list.msecs);
  }

  /** The list in which it waited, if it waited. */
  #takeOut(timer: Timer): TimersList | undefined {
    const list = this.#timerListMap.get(timer.msecs);
    const index = list?.timers.indexOf(timer) ?? -1;
    if (!list || index < 0) return undefined;
    list.timers.splice(index, 1);
    if (this.#core.traced) this.#core.emit({ kind: 'cancel', queue: 'timers', job: timer.job });
    return list;
  }

  /** ms at which the next list is due; undefined if nothing waits or nothing that waits keeps the program alive. */
  nextExpiry(): number | undefined {
    const keepsAlive = [...this.#timerListMap.values()].some(({ timers }) => timers.some((timer) => timer.keepsAlive));
    return keepsAlive ? this.#peek()?.expiry : undefined;
  }

  isDue(now: number): boolean {
    const first = this.#peek();
    return first !== undefined && first.expiry <= now;
  }

  /** Runs what is due at `now` ms; `runNextTicks` runs between two timers. Throws what one throws: call it again then. */
  processTimers(now: number, runNextTicks: () => void): void {
    let ranAtLeastOneList = false;
    for (let list; (list = this.#peek()) && list.expiry <= now;) {
      if (ranAtLeastOneList) runNextTicks();
      ranAtLeastOneList = true;
      this.#listOnTimeout(list, now, runNextTicks);
    }
  }

  #listOnTimeout(list: TimersList, now: number, runNextTicks: () => void): void {
    let ranAtLeastOneTimer = false;
    for (let timer; (timer = list.timers[0]);) {
      if (now - timer.start < list.msecs) {
        list.expiry = Math.max(timer.start + list.msecs, now + 1);
        list.id = ++this.#listIds;
        return;
      }
      if (ranAtLeastOneTimer) runNextTicks();
      ranAtLeastOneTimer = true;
      if (list.timers[0] !== timer) continue;
      list.timers.shift();
      this.#onTimeout(timer);
    }
    if (this.#timerListMap.get(list.msecs) === list) this.#timerListMap.delete(list.msecs);
  }

  /** Calls it, as listOnTimeout does with timer._onTimeout; an interval then begins its next round. */
  #onTimeout(timer: Timer): void {
    const core = this.#core;
    core.step();
    if (core.traced) core.emit({ kind: 'dequeue', queue: 'timers', job: timer.job });
    core.clock.beginCallback();
    const start = core.clock.tick();
    core.context = timer.context;
    core.frames.clear();
    const round = timer.job;
    try {
      timer.work();
    } finally {
      core.context = undefined;
      core.frames.clear();
      if (timer.active && timer.job === round) {
        if (timer.repeats) this.insert(timer, start);
        else {
          timer.active = false;
          this.#byId.delete(timer.id);
        }
      }
    }
  }

  /** timerListQueue.peek(), in the order of compareTimersLists. */
  #peek(): TimersList | undefined {
    let first: TimersList | undefined;
    for (const list of this.#timerListMap.values()) {
      if (!first || list.expiry < first.expiry || (list.expiry === first.expiry && list.id < first.id)) first = list;
    }
    return first;
  }
}
