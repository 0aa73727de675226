// setTimeout and setInterval: timers that the program sets, clears and refreshes, and how one is called. The lists in which they wait are
// timer-lists.ts, the order in which they are called is timers-phase.ts.
import { start } from '../../../../explore/clock/path.ts';
import type { Location } from '../../../../explore/decision.ts';
import type { Job } from '../../../../trace/events.ts';
import type { Core } from '../core.ts';
import { later } from './time.ts';
import { TimerLists } from './timer-lists.ts';
import type { Timer } from './timer-lists.ts';

/** `interval` begins again each time; `limit` is a time limit, which ends when it is due, whatever is late. */
export type TimerKind = 'timer' | 'interval' | 'limit';

/** TIMEOUT_MAX */
const timeoutMax = 2 ** 31 - 1;

export class Timers {
  readonly lists: TimerLists;
  readonly #core: Core;
  readonly #byId = new Map<number, Timer>();
  #ids = 0;

  constructor(core: Core) {
    this.#core = core;
    this.lists = new TimerLists(core.clock);
  }

  /** A timer of `delay` ms (anything that is no number from 1 to 2 ** 31 - 1 means 1 ms), waiting from now on. */
  add(delay: unknown, kind: TimerKind, work: () => void, what: (delay: number) => Job): Timer {
    const number = Number(delay);
    const ms = number >= 1 && number <= timeoutMax ? Math.trunc(number) : 1;
    const timer: Timer = {
      id: ++this.#ids,
      delay: ms,
      repeats: kind === 'interval',
      isOutside: kind === 'timer' && ms > 1,
      context: this.#core.context,
      work,
      what: () => what(ms),
      job: 0,
      start,
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

  /** Begins a round of waiting at `from`, with an interval or refresh() not for the first time. */
  insert(timer: Timer, from = this.#core.clock.tick(this.#place('insert'))): void {
    const { clock, frames, outside, traced } = this.#core;
    timer.start = from;
    timer.active = true;
    timer.job = this.#core.nextJob();
    this.lists.append(timer);
    outside?.begin(timer, this.#place(timer.repeats ? 'setInterval' : 'setTimeout'));
    if (!traced) return;
    const due = clock.shown(later(from, timer.delay));
    this.#core.emit({
      kind: 'enqueue',
      queue: 'timers',
      job: timer.job,
      what: timer.what(),
      ...frames.author(),
      due,
    });
  }

  /** clearTimeout */
  unenroll(timer: Timer): void {
    if (!timer.active) return;
    timer.active = false;
    timer.isClosed = true;
    this.#byId.delete(timer.id);
    const list = this.#cancel(timer);
    if (list) this.lists.dropIfEmpty(list);
  }

  /** Waits again from now on. Its list keeps its place, even if it was alone there: as Node does it. */
  refresh(timer: Timer): void {
    if (timer.isClosed) return;
    const list = this.#cancel(timer);
    this.#byId.set(timer.id, timer);
    this.insert(timer);
    if (list) this.lists.dropIfEmpty(list);
  }

  /** Calls it, as listOnTimeout does with timer._onTimeout; an interval then begins its next round. Throws what it throws. */
  call(timer: Timer): void {
    const core = this.#core;
    core.step();
    if (core.traced) core.emit({ kind: 'dequeue', queue: 'timers', job: timer.job });
    const from = timer.repeats ? core.clock.tick({ what: 'interval' }) : undefined;
    core.context = timer.context;
    core.frames.clear();
    const round = timer.job;
    try {
      timer.work();
    } finally {
      core.context = undefined;
      core.frames.clear();
      if (timer.active && timer.job === round) {
        if (from) this.insert(timer, from);
        else {
          timer.active = false;
          this.#byId.delete(timer.id);
        }
      }
    }
  }

  #cancel(timer: Timer) {
    const list = this.lists.takeOut(timer);
    if (!list) return undefined;
    this.#core.outside?.cancel(timer);
    if (this.#core.traced) this.#core.emit({ kind: 'cancel', queue: 'timers', job: timer.job });
    return list;
  }

  #place(what: string): Location {
    const { name, line } = this.#core.frames.place();
    return { strand: name, ...(line > 0 && { line }), what };
  }
}
