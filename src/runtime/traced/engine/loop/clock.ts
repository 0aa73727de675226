// The virtual clock of a run, on top of what the event loop takes for the time (time.ts). It moves when nothing can run and when the
// program reads it. Whoever reads a number fixes it: what is unknown is then as early as it can be.
import { start } from '../../../../explore/clock/path.ts';
import type { Instant } from '../../../../explore/clock/path.ts';
import type { Location } from '../../../../explore/decision.ts';
import { Random } from '../../../../random.ts';
import { CountedTime, later } from './time.ts';
import type { Time } from './time.ts';

type Costs = readonly { readonly upTo: number; readonly cost: number }[];
/**
 * µs that a reading costs: a loop that waits for the clock must come to an end. The more readings since the clock last
 * jumped, the surer the program is such a loop, and the more one costs.
 */
const readingCosts: Costs = [
  { upTo: 100, cost: 5 },
  { upTo: 300, cost: 50 },
  { upTo: Infinity, cost: 200 },
];
/** µs that a turn of the loop costs in which a timer waits and nobody sleeps: whoever waits by setImmediate must come to an end, too. */
const turnCosts: Costs = [
  { upTo: 100, cost: 0 },
  { upTo: 300, cost: 50 },
  { upTo: Infinity, cost: 200 },
];

export class Clock {
  readonly #time: Time;
  /** What the program draws: the same numbers in each run. */
  readonly random = new Random(0);
  /** Whole ms since the start that have been counted, and the µs after them. */
  #ms = 0;
  #micros = 0;
  /** The program has read the clock, and nobody has waited or read since: `#ms` is the time, and no other. */
  #isKnown = false;
  #last = start;
  #readings = 0;
  #turns = 0;

  constructor(time: Time = new CountedTime()) {
    this.#time = time;
  }

  /** ms since the start, at the earliest, or as a trace shows it. */
  get now(): number {
    const soonest = this.#time.shown?.() ?? this.#time.soonest;
    return soonest > this.#ms ? soonest : this.#ms + this.#micros / 1000;
  }

  /** What the program sees, in ms. */
  read(at: Location = { what: 'clock' }): number {
    if (!this.#isKnown) {
      const ms = this.#time.pin(this.#time.read(at));
      if (ms > this.#ms) [this.#ms, this.#micros] = [ms, 0];
      this.#isKnown = true;
    }
    this.#pass(costOf(readingCosts, ++this.#readings));
    return this.#ms + this.#micros / 1000;
  }

  /** What the event loop sees, which counts whole ms as libuv does. */
  tick(at: Location): Instant {
    this.#forget();
    return (this.#last = this.#time.read(at));
  }

  /** What `tick` gave last: the time that libuv keeps (uv_now). */
  get last(): Instant {
    return this.#last;
  }

  /** ms since the start, if the instant comes as early as it can. */
  earliest(instant: Instant): number {
    return this.#time.earliest(instant);
  }

  /** The same, as a trace shows it. */
  shown(instant: Instant): number {
    return this.#time.shown?.(instant) ?? this.#time.earliest(instant);
  }

  isBefore(a: Instant, b: Instant, at?: Location): boolean {
    return this.#time.isBefore(a, b, at);
  }

  isSurelyBefore(a: Instant, b: Instant): boolean {
    return this.#time.isSurelyBefore(a, b);
  }

  keepNotBefore(a: Instant, b: Instant): void {
    this.#time.keepNotBefore?.(a, b);
  }

  /** What the loop still compares, besides the last reading. */
  keepOnly(instants: () => readonly Instant[]): void {
    this.#time.keepOnly?.([this.#last, ...instants()]);
  }

  /** The loop has nothing to do until then. */
  jump(to: Instant): void {
    const from = this.now;
    this.#forget();
    this.#time.waitUntil(to);
    this.#restart(from);
  }

  /** The loop had nothing to do since `from`. */
  awoke(from: Instant): void {
    this.#restart(this.earliest(from));
  }

  /** A turn of the loop in which a timer waits and nobody sleeps. */
  turn(): void {
    const cost = costOf(turnCosts, ++this.#turns);
    if (cost > 0) this.#pass(cost);
  }

  /** The process does nothing for so many ms. */
  standStill(ms: number, at: Location): void {
    const from = this.tick(at);
    this.#count();
    const micros = this.#micros + ms * 1000;
    const whole = Math.floor(micros / 1000);
    this.#time.waitUntil(later(from, whole));
    this.#ms += whole;
    this.#micros = micros - whole * 1000;
    this.#readings = 0;
  }

  /** Whoever waited for the clock by looking at it has been waiting for something else. */
  #restart(from: number): void {
    if (this.now > from) [this.#readings, this.#turns] = [0, 0];
  }

  #pass(micros: number): void {
    this.#count();
    this.#micros += micros;
    const whole = Math.floor(this.#micros / 1000);
    if (whole === 0) return;
    if (!this.#isKnown) this.#time.waitUntil(later(this.tick({ what: 'turn' }), whole));
    this.#ms += whole;
    this.#micros -= whole * 1000;
  }

  /** What the program knows of the time holds only until somebody waits or reads. */
  #forget(): void {
    if (this.#isKnown) this.#time.waitUntil({ time: 0, plus: this.#ms });
    this.#isKnown = false;
  }

  /** What others have waited is counted, too. */
  #count(): void {
    const { soonest } = this.#time;
    if (soonest > this.#ms) [this.#ms, this.#micros] = [soonest, 0];
  }
}

function costOf(costs: Costs, number: number): number {
  return costs.find(({ upTo }) => number <= upTo)?.cost ?? 0;
}
