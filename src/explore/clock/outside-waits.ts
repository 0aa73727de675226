// `latency`: which of the pending waits ends next. Orders, not numbers: a wait ends some time within its window, and it may be next if
// there are times at which no other one must have ended before (the firing domains of time Petri nets: Berthomieu & Diaz, IEEE TSE
// 17, 1991). What runs between two ends takes no time.
import type { Choose, Way } from '../decision.ts';
import { start } from './path.ts';
import type { Inequality, Instant, Path, PathTime } from './path.ts';
import { LiveTimes } from './live-times.ts';

export interface Wait {
  readonly way: Way;
  /** The least that it takes, in units of the clock. */
  readonly least: number;
  /**
   * The most that it takes. Infinity: an outside wait, which may be late without bound. The same as `least`: a time limit, or a
   * sleep that stands for nothing outside; of two such that end at once the one that began first goes first.
   */
  readonly most: number;
}

interface Pending extends Wait {
  readonly begun: Instant;
}

export class OutsideWaits {
  readonly #choose: Choose;
  #known = LiveTimes.origin();
  readonly #times: PathTime[] = [{ notBefore: [] }];
  readonly #inequalities: Inequality[] = [];
  #now = start;
  #lastIsOutside = false;
  #isPinned = false;
  /** In the order in which they began. */
  #pending: readonly Pending[] = [];

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  begin(wait: Wait): void {
    this.#pending = [...this.#pending, { ...wait, begun: this.#now }];
  }

  cancel(id: string): void {
    this.#pending = this.#pending.filter(({ way }) => way.id !== id);
  }

  /** The program itself takes so long: it computes, or waits without giving way. */
  pass(duration: number): void {
    this.#now = { ...this.#now, plus: this.#now.plus + duration };
  }

  /** What the time is at the earliest, counted from the start. Nothing is decided by it. */
  get soonest(): number {
    return this.#known.earliest(this.#now);
  }

  /** The number of the time, for a program that looks at it: the earliest that is possible, and no other one from now on. */
  pin(): number {
    const value = this.soonest;
    this.#constrain(notAfter(this.#now, { ...start, plus: value }));
    this.#isPinned = true;
    return value;
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  /**
   * The id of the wait that ends next, which is no longer pending then; undefined if none is. `usual`: the one that does if nothing
   * is late, where an event loop has an order of its own among those that end at once.
   */
  next(usual?: string): string | undefined {
    const possible = this.#pending.filter((one) => this.#knownWithNext(one, { usual }) !== undefined);
    const ordered = possible.toSorted(
      (a, b) => Number(b.way.id === usual) - Number(a.way.id === usual) || this.#usualEnd(a) - this.#usualEnd(b),
    );
    return this.#end(this.#chosen(ordered), { usual });
  }

  /**
   * The id of a wait that ends at this very time, in the same turn of the loop; undefined if none does. Node asks this where something
   * else would run before the next turn; `usual` is what its own rules take if nothing is late.
   */
  atOnce(usual?: string): string | undefined {
    const limits = { usual, by: this.#now };
    const possible = this.#pending.filter((one) => this.#knownWithNext(one, limits) !== undefined);
    const first = possible.filter(({ way }) => way.id === usual);
    const mustEnd = possible.some((one) => isExact(one) && !this.#canEndLater(one));
    const nobody = mustEnd ? [] : [undefined];
    const next = this.#chosen([...first, ...nobody, ...possible.filter((one) => !first.includes(one))]);
    if (next) return this.#end(next, limits);
    this.#nobodyEnds(possible);
    return undefined;
  }

  /**
   * The id of one more wait that ends at the same time, in the same turn of the loop; undefined if none does. Only an event loop that
   * hands out all that has ended before anybody runs asks this, until none does: asyncio, which takes what came from outside first
   * and then its timers (`_run_once` in Lib/asyncio/base_events.py). Node runs each to its end.
   */
  another(): string | undefined {
    const limits = { by: this.#now };
    const possible = this.#pending.filter((one) => {
      return (isExact(one) || this.#lastIsOutside) && this.#knownWithNext(one, limits) !== undefined;
    });
    const due = possible.filter((one) => isExact(one) && !this.#canEndLater(one));
    const next = this.#chosen([
      ...(due.length > 0 ? due : [undefined]),
      ...possible.filter((one) => !due.includes(one)),
    ]);
    if (next) return this.#end(next, limits);
    this.#nobodyEnds(possible);
    return undefined;
  }

  /** What the run has decided about the ends of its waits so far. */
  get path(): Path {
    return { step: 0, times: this.#times, inequalities: this.#inequalities };
  }

  /** Of several the chosen one; undefined stands for nobody. */
  #chosen<One extends Pending | undefined>(ordered: readonly One[]): One | undefined {
    const ways = ordered.map((one): Way => one?.way ?? { id: 'nobody' });
    return ordered[ways.length > 1 ? this.#choose({ cause: 'latency', options: ways.length, ways }) : 0];
  }

  /** None of these ends at this time: their times are still to come. */
  #nobodyEnds(possible: readonly Pending[]): void {
    for (const one of possible.filter(isExact))
      this.#constrain(notAfter(this.#now, { ...dueOf(one), plus: dueOf(one).plus - 1 }));
  }

  /** When it ends if nothing is late. */
  #usualEnd(one: Pending): number {
    return this.#known.earliest(dueOf(one));
  }

  /** Of an exact wait: whether its time may still be to come. */
  #canEndLater(one: Pending): boolean {
    return this.#known.allows(notAfter(this.#now, { ...dueOf(one), plus: dueOf(one).plus - 1 }));
  }

  #constrain(inequality: Inequality): void {
    if (this.#known.constrain(inequality)) this.#inequalities.push(inequality);
  }

  #end(next: Pending | undefined, limits: Limits): string | undefined {
    const known = next && this.#knownWithNext(next, limits);
    if (!known) return undefined;
    const end: Instant = { time: this.#known.size, plus: 0 };
    const notBefore = this.#now.plus > 0 ? [dueOf(next), this.#now] : [dueOf(next)];
    this.#times.push({ notBefore: isExact(next) ? [] : notBefore });
    this.#inequalities.push(...this.#ending(next, end, limits));
    this.#known = known;
    this.#lastIsOutside = !isExact(next);
    this.#now = end;
    this.#pending = this.#pending.filter((one) => one !== next);
    this.#known.keepOnly([end.time, ...this.#pending.map(({ begun }) => begun.time)]);
    return next.way.id;
  }

  /** What is known of the times if this one ends next; undefined where another must end before it. */
  #knownWithNext(next: Pending, limits: Limits): LiveTimes | undefined {
    const known = this.#known.copy();
    const end: Instant = { time: known.add(this.#now.time, 0), plus: 0 };
    for (const inequality of this.#ending(next, end, limits)) {
      if (!known.allows(inequality)) return undefined;
      known.constrain(inequality);
    }
    return known;
  }

  /** `end`, at which `next` ends, is past the window of none that is pending. */
  #ending(next: Pending, end: Instant, { usual, by }: Limits): Inequality[] {
    const now = this.#now;
    const own = this.#pending.indexOf(next);
    const windows = this.#pending.flatMap((one, index) => {
      if (one.most === Infinity) return [];
      const latest = { ...one.begun, plus: one.begun.plus + one.most };
      // while the program itself ran it could not end
      if (!this.#known.allows(notAfter(now, latest))) return notAfter(end, now);
      const goesFirst = index < own && isExact(one) && isExact(next) && next.way.id !== usual;
      return notAfter(end, goesFirst ? { ...latest, plus: latest.plus - 1 } : latest);
    });
    const earlier = now.plus > 0 ? [dueOf(next), now] : [dueOf(next)];
    return [...earlier.map((instant) => notAfter(instant, end)), ...windows, ...(by ? [notAfter(end, by)] : [])];
  }
}

/** `usual` has the right of way among those that end at once; `by`: at the latest then. */
interface Limits {
  readonly usual?: string | undefined;
  readonly by?: Instant;
}

/** When it may end. */
function dueOf({ begun, least }: Pending): Instant {
  return { ...begun, plus: begun.plus + least };
}

function notAfter(a: Instant, b: Instant): Inequality {
  return { a: a.time, b: b.time, most: b.plus - a.plus };
}

function isExact({ least, most }: Wait): boolean {
  return least === most;
}
