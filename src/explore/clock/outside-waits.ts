// `latency`: which of the pending waits ends next. Orders, not numbers: a wait ends some time within its window, and it may be next if
// there are times at which no other one must have ended before (the firing domains of time Petri nets: Berthomieu & Diaz, IEEE TSE
// 17, 1991). What runs between two ends takes no time.
import type { Choose, Way } from '../decision.ts';
import { start } from './path.ts';
import type { Inequality, Instant, Path, PathTime } from './path.ts';
import { Zone } from './zone.ts';

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
  #zone = Zone.origin();
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
    return this.#zone.earliest(this.#now.time) + this.#now.plus;
  }

  /** The number of the time, for a program that looks at it: the earliest that is possible, and no other one from now on. */
  pin(): number {
    const { time, plus } = this.#now;
    const value = this.#zone.earliest(time);
    if (this.#zone.most(time, 0) > value) this.#constrain(time, 0, value);
    this.#isPinned = true;
    return value + plus;
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  /**
   * The id of the wait that ends next, which is no longer pending then; undefined if none is. `usual`: the one that does if nothing
   * is late, where an event loop has an order of its own among those that end at once.
   */
  next(usual?: string): string | undefined {
    const possible = this.#pending.filter((one) => this.#zoneWithNext(one, { usual }) !== undefined);
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
    const possible = this.#pending.filter((one) => this.#zoneWithNext(one, limits) !== undefined);
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
      return (isExact(one) || this.#lastIsOutside) && this.#zoneWithNext(one, limits) !== undefined;
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
    const { time, plus } = this.#now;
    for (const { begun, least } of possible.filter(isExact)) this.#constrain(time, begun.time, least - 1 - plus);
  }

  /** When it ends if nothing is late. */
  #usualEnd({ least, begun }: Pending): number {
    return this.#zone.earliest(begun.time) + least;
  }

  /** Of an exact wait: whether its time may still be to come. */
  #canEndLater({ begun, least }: Pending): boolean {
    return this.#zone.allows(this.#now.time, begun.time, least - 1 - this.#now.plus);
  }

  #constrain(a: number, b: number, most: number): void {
    this.#zone.constrain(a, b, most);
    this.#inequalities.push({ a, b, most });
  }

  #end(next: Pending | undefined, limits: Limits): string | undefined {
    const zone = next && this.#zoneWithNext(next, limits);
    if (!zone) return undefined;
    const time = this.#zone.size;
    const end = { time: next.begun.time, plus: next.least };
    const notBefore = this.#now.plus > 0 ? [end, this.#now] : [end];
    this.#times.push({ notBefore: isExact(next) ? [] : notBefore });
    this.#inequalities.push(...this.#ending(next, time, limits));
    this.#zone = zone;
    this.#lastIsOutside = !isExact(next);
    this.#now = { time, plus: 0 };
    this.#pending = this.#pending.filter((one) => one !== next);
    return next.way.id;
  }

  /** The times if this one ends next; undefined where another must end before it. */
  #zoneWithNext(next: Pending, limits: Limits): Zone | undefined {
    const zone = this.#zone.copy();
    const time = zone.add(zone.size - 1, 0);
    for (const { a, b, most } of this.#ending(next, time, limits)) {
      if (!zone.allows(a, b, most)) return undefined;
      zone.constrain(a, b, most);
    }
    return zone;
  }

  /** `time`, at which `next` ends, is past the window of none that is pending. */
  #ending(next: Pending, time: number, { usual, by }: Limits): Inequality[] {
    const own = this.#pending.indexOf(next);
    const { time: now, plus } = this.#now;
    const windows = this.#pending.flatMap((one, index) => {
      if (one.most === Infinity) return [];
      // while the program itself ran it could not end
      if (!this.#zone.allows(now, one.begun.time, one.most - plus)) return { a: time, b: now, most: plus };
      const goesFirst = index < own && isExact(one) && isExact(next) && next.way.id !== usual;
      return { a: time, b: one.begun.time, most: one.most - (goesFirst ? 1 : 0) };
    });
    const notBefore = [
      { a: next.begun.time, b: time, most: -next.least },
      ...(plus > 0 ? [{ a: now, b: time, most: -plus }] : []),
    ];
    return [...notBefore, ...windows, ...(by ? [{ a: time, b: by.time, most: by.plus }] : [])];
  }
}

/** `usual` has the right of way among those that end at once; `by`: at the latest then. */
interface Limits {
  readonly usual?: string | undefined;
  readonly by?: Instant;
}

function isExact({ least, most }: Wait): boolean {
  return least === most;
}
