// Timers as Node keeps them: one list per delay, each list in order of creation, the list that is due first goes first.
// A list is emptied before the next is looked at, so under load timers do not run in the order of their deadlines.
import type { Context, Core } from '../core.ts';

const longestDelay = 2 ** 31 - 1;

export interface Timer {
  readonly id: number;
  /** ms, as the program asked. */
  readonly delay: number;
  readonly repeats: boolean;
  readonly context: Context | undefined;
  readonly work: () => void;
  readonly label: () => string;
  job: number;
  /** ms that it waits in this round, and when the round began. */
  wait: number;
  start: number;
  active: boolean;
  /** Cleared before its end: it never waits again. */
  isClosed: boolean;
  keepsAlive: boolean;
}

interface TimerList {
  readonly wait: number;
  id: number;
  expiry: number;
  readonly timers: Timer[];
}

export class Timers {
  readonly #core: Core;
  readonly #lists = new Map<number, TimerList>();
  readonly #byId = new Map<number, Timer>();
  #ids = 0;
  #listIds = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** A timer of `delay` ms (anything that is no number from 1 to 2 ** 31 - 1 means 1 ms), waiting from now on. */
  add(delay: unknown, repeats: boolean, work: () => void, label: (delay: number) => string): Timer {
    const number = Number(delay);
    const ms = number >= 1 && number <= longestDelay ? Math.trunc(number) : 1;
    const timer: Timer = {
      id: ++this.#ids,
      delay: ms,
      repeats,
      context: this.#core.context,
      work,
      label: () => label(ms),
      job: 0,
      wait: ms,
      start: 0,
      active: false,
      isClosed: false,
      keepsAlive: true,
    };
    this.#byId.set(timer.id, timer);
    this.arm(timer);
    return timer;
  }

  byId(id: number): Timer | undefined {
    return this.#byId.get(id);
  }

  /** Begins a round of waiting at `start` ms, with an interval or refresh() not for the first time. */
  arm(timer: Timer, start = this.#core.clock.tick()): void {
    timer.start = start;
    timer.wait = this.#core.clock.delay(timer.delay);
    timer.active = true;
    timer.job = this.#core.nextJob();
    const due = start + timer.wait;
    const list = this.#lists.get(timer.wait);
    if (list) list.timers.push(timer);
    else this.#lists.set(timer.wait, { wait: timer.wait, id: ++this.#listIds, expiry: due, timers: [timer] });
    if (!this.#core.traced) return;
    const author = this.#core.frames.author();
    this.#core.emit({ kind: 'enqueue', queue: 'timers', job: timer.job, label: timer.label(), ...author, due });
  }

  cancel(timer: Timer): void {
    if (!timer.active) return;
    timer.active = false;
    timer.isClosed = true;
    this.#byId.delete(timer.id);
    const list = this.#takeOut(timer);
    if (list?.timers.length === 0) this.#lists.delete(list.wait);
  }

  /** Waits anew from now on. Its list keeps its place, even if it was alone there: as Node does it. */
  refresh(timer: Timer): void {
    if (timer.isClosed) return;
    const list = this.#takeOut(timer);
    this.#byId.set(timer.id, timer);
    this.arm(timer);
    if (list?.timers.length === 0) this.#lists.delete(list.wait);
  }

  /** The list in which it waited, if it waited. */
  #takeOut(timer: Timer): TimerList | undefined {
    const list = this.#lists.get(timer.wait);
    const index = list?.timers.indexOf(timer) ?? -1;
    if (!list || index < 0) return undefined;
    list.timers.splice(index, 1);
    if (this.#core.traced) this.#core.emit({ kind: 'cancel', queue: 'timers', job: timer.job });
    return list;
  }

  /** ms at which the next list is due; undefined if nothing waits or nothing that waits keeps the program alive. */
  nextDue(): number | undefined {
    const keepsAlive = [...this.#lists.values()].some(({ timers }) => timers.some((timer) => timer.keepsAlive));
    return keepsAlive ? this.#earliest()?.expiry : undefined;
  }

  isDue(now: number): boolean {
    const first = this.#earliest();
    return first !== undefined && first.expiry <= now;
  }

  /** Runs what is due at `now` ms; `between` runs between two timers. Throws what a timer throws: call it again then. */
  run(now: number, between: () => void): void {
    let ran = false;
    for (let list; (list = this.#earliest()) && list.expiry <= now;) {
      if (ran) between();
      ran = true;
      this.#runList(list, now, between);
    }
  }

  #runList(list: TimerList, now: number, between: () => void): void {
    let ran = false;
    for (let timer; (timer = list.timers[0]);) {
      if (now - timer.start < list.wait) {
        list.expiry = Math.max(timer.start + list.wait, now + 1);
        list.id = ++this.#listIds;
        return;
      }
      if (ran) between();
      ran = true;
      if (list.timers[0] !== timer) continue;
      list.timers.shift();
      this.#fire(timer);
    }
    if (this.#lists.get(list.wait) === list) this.#lists.delete(list.wait);
  }

  #fire(timer: Timer): void {
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
        if (timer.repeats) this.arm(timer, start);
        else {
          timer.active = false;
          this.#byId.delete(timer.id);
        }
      }
    }
  }

  #earliest(): TimerList | undefined {
    let first: TimerList | undefined;
    for (const list of this.#lists.values()) {
      if (!first || list.expiry < first.expiry || (list.expiry === first.expiry && list.id < first.id)) first = list;
    }
    return first;
  }
}
