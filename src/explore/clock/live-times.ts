// Times under their numbers of a path, of which only those that are still compared are kept in the zone: a run of n times then takes time
// in proportion to n, and not to its cube.
import { start } from './path.ts';
import type { Inequality, Instant } from './path.ts';
import { Zone } from './zone.ts';

export class LiveTimes {
  #zone: Zone;
  /** Where each time stands in the zone. */
  #places: Map<number, number>;
  #size: number;

  private constructor(zone: Zone, places: Map<number, number>, size: number) {
    this.#zone = zone;
    this.#places = places;
    this.#size = size;
  }

  /** Time number 0. */
  static origin(): LiveTimes {
    return new LiveTimes(Zone.origin(), new Map([[start.time, 0]]), 1);
  }

  copy(): LiveTimes {
    return new LiveTimes(this.#zone.copy(), new Map(this.#places), this.#size);
  }

  /** How many times there have been: the number of the next one. */
  get size(): number {
    return this.#size;
  }

  /** Another time, not before `after` + `step`; its number. */
  add(after: number, step: number): number {
    const time = this.#size++;
    this.#places.set(time, this.#zone.add(this.#placeOf(after), step));
    return time;
  }

  /** How early an instant can be, counted from time number 0. */
  earliest({ time, plus }: Instant): number {
    return this.#zone.earliest(this.#placeOf(time)) + plus;
  }

  allows({ a, b, most }: Inequality): boolean {
    return this.#zone.allows(this.#placeOf(a), this.#placeOf(b), most);
  }

  /** False where that was known before. */
  constrain({ a, b, most }: Inequality): boolean {
    const [one, other] = [this.#placeOf(a), this.#placeOf(b)];
    if (this.#zone.most(one, other) <= most) return false;
    this.#zone.constrain(one, other, most);
    return true;
  }

  /** Number 0 and these are the only ones that are asked for from now on. What is known of the others is kept in what it says of them. */
  keepOnly(times: readonly number[]): void {
    const kept = [...new Set([start.time, ...times])];
    if (this.#zone.size < 2 * kept.length) return;
    this.#zone = this.#zone.only(kept.map((time) => this.#placeOf(time)));
    this.#places = new Map(kept.map((time, place) => [time, place]));
  }

  #placeOf(time: number): number {
    const place = this.#places.get(time);
    if (place === undefined) throw new RangeError(`time ${time} was given up`);
    return place;
  }
}
