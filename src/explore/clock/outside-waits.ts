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

  /** The id of the wait that ends next, which is no longer pending then; undefined if none is. */
  next(): string | undefined {
    const possible = this.#pending.filter((one) => this.#zoneWithNext(one) !== undefined);
    const ordered = possible.toSorted((a, b) => this.#usualEnd(a) - this.#usualEnd(b));
    const ways = ordered.map(({ way }) => way);
    return this.#end(ordered[ways.length > 1 ? this.#choose({ cause: 'latency', options: ways.length, ways }) : 0]);
  }

  /**
   * The id of one more wait that ends at the same time, in the same turn of the loop; undefined if none does. Only an event loop that
   * hands out all that has ended before anybody runs asks this, until none does: asyncio, which takes what came from outside first
   * and then its timers (`_run_once` in Lib/asyncio/base_events.py). Node runs each to its end.
   */
  another(): string | undefined {
    const possible = this.#pending.filter((one) => {
      return (isExact(one) || this.#lastIsOutside) && this.#zoneWithNext(one, this.#now) !== undefined;
    });
    const due = possible.filter((one) => isExact(one) && !this.#canEndLater(one));
    const ordered = [...(due.length > 0 ? due : [undefined]), ...possible.filter((one) => !due.includes(one))];
    const ways = ordered.map((one): Way => one?.way ?? { id: 'nobody' });
    const next = ordered[ways.length > 1 ? this.#choose({ cause: 'latency', options: ways.length, ways }) : 0];
    if (next) return this.#end(next, this.#now);
    for (const { begun, least } of possible.filter(isExact)) this.#constrain(this.#now.time, begun.time, least - 1);
    return undefined;
  }

  /** What the run has decided about the ends of its waits so far. */
  get path(): Path {
    return { step: 0, times: this.#times, inequalities: this.#inequalities };
  }

  /** When it ends if nothing is late. */
  #usualEnd({ least, begun }: Pending): number {
    return this.#zone.earliest(begun.time) + least;
  }

  /** Of an exact wait: whether its time may still be to come. */
  #canEndLater({ begun, least }: Pending): boolean {
    return this.#zone.allows(this.#now.time, begun.time, least - 1);
  }

  #constrain(a: number, b: number, most: number): void {
    this.#zone.constrain(a, b, most);
    this.#inequalities.push({ a, b, most });
  }

  #end(next: Pending | undefined, by?: Instant): string | undefined {
    const zone = next && this.#zoneWithNext(next, by);
    if (!zone) return undefined;
    const time = this.#zone.size;
    const end = { time: next.begun.time, plus: next.least };
    this.#times.push({ notBefore: isExact(next) ? [] : [end] });
    this.#inequalities.push({ a: end.time, b: time, most: -end.plus }, ...this.#limits(next, time, by));
    this.#zone = zone;
    this.#lastIsOutside = !isExact(next);
    this.#now = { time, plus: 0 };
    this.#pending = this.#pending.filter((one) => one !== next);
    return next.way.id;
  }

  /** The times if this one ends next, at the latest at `by`; undefined where another must end before it. */
  #zoneWithNext(next: Pending, by?: Instant): Zone | undefined {
    const zone = this.#zone.copy();
    const time = zone.add(zone.size - 1, 0);
    const end = { a: next.begun.time, b: time, most: -next.least };
    for (const { a, b, most } of [end, ...this.#limits(next, time, by)]) {
      if (!zone.allows(a, b, most)) return undefined;
      zone.constrain(a, b, most);
    }
    return zone;
  }

  /** `time`, at which `next` ends, is past the window of none that is pending. */
  #limits(next: Pending, time: number, by: Instant | undefined): Inequality[] {
    const own = this.#pending.indexOf(next);
    const windows = this.#pending.flatMap((one, index) => {
      if (one.most === Infinity) return [];
      const goesFirst = index < own && isExact(one) && isExact(next);
      return { a: time, b: one.begun.time, most: one.most - (goesFirst ? 1 : 0) };
    });
    return by ? [...windows, { a: time, b: by.time, most: by.plus }] : windows;
  }
}

function isExact({ least, most }: Wait): boolean {
  return least === most;
}
