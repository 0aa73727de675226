// `latency`: each timer that stands for something outside may end as late as it likes. Time moves from the end of one to the end of the
// next, and which one is next is chosen; all else takes no time but what the program itself spends.
import { OutsideWaits } from '../../../../explore/clock/outside-waits.ts';
import type { Instant, Path } from '../../../../explore/clock/path.ts';
import type { Choose, Location } from '../../../../explore/decision.ts';
import type { Time } from './time.ts';

/** A timer, as far as it can be late. */
export interface OutsideTimer {
  /** ms */
  readonly delay: number;
  /** Stands for something outside; the others end when they are due. */
  readonly isOutside: boolean;
}

export class OutsideTime<Timer extends OutsideTimer> implements Time {
  readonly #waits: OutsideWaits;
  readonly #byId = new Map<string, Timer>();
  readonly #ids = new Map<Timer, string>();
  readonly #counts = new Map<string, number>();

  constructor(choose: Choose) {
    this.#waits = new OutsideWaits(choose);
  }

  begin(timer: Timer, at: Location): void {
    const name = `${at.strand ?? ''}/${at.what ?? ''}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    const id = `${name} ${count}`;
    this.#byId.set(id, timer);
    this.#ids.set(timer, id);
    this.#waits.begin({ way: { id, ...at }, least: timer.delay, most: timer.isOutside ? Infinity : timer.delay });
  }

  cancel(timer: Timer): void {
    const id = this.#ids.get(timer);
    if (id !== undefined) this.#waits.cancel(id);
    this.#forget(timer);
  }

  /** The timer that ends next; `usual` does if nothing is late. */
  next(usual: Timer | undefined): Timer | undefined {
    return this.#ended(this.#waits.next(usual && this.#ids.get(usual)));
  }

  /** A timer that ends at this very time, before anything else runs. */
  atOnce(usual: Timer | undefined): Timer | undefined {
    return this.#ended(this.#waits.atOnce(usual && this.#ids.get(usual)));
  }

  timer(id: string): Timer | undefined {
    return this.#byId.get(id);
  }

  read(): Instant {
    return { time: 0, plus: this.soonest };
  }

  /** The program itself is what takes so long: the end of a timer is never waited for so. */
  waitUntil({ plus }: Instant): void {
    if (plus > this.soonest) this.#waits.pass(plus - this.soonest);
  }

  isBefore(a: Instant, b: Instant): boolean {
    return a.plus < b.plus;
  }

  isSurelyBefore(a: Instant, b: Instant): boolean {
    return this.isBefore(a, b);
  }

  pin(): number {
    return this.#waits.pin();
  }

  earliest({ plus }: Instant): number {
    return plus;
  }

  get soonest(): number {
    return this.#waits.soonest;
  }

  get isPinned(): boolean {
    return this.#waits.isPinned;
  }

  get path(): Path {
    return this.#waits.path;
  }

  #forget(timer: Timer): void {
    const id = this.#ids.get(timer);
    if (id !== undefined) this.#byId.delete(id);
    this.#ids.delete(timer);
  }

  #ended(id: string | undefined): Timer | undefined {
    const timer = id === undefined ? undefined : this.#byId.get(id);
    if (timer) this.#forget(timer);
    return timer;
  }
}
