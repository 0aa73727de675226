// `cpu`: a clock whose readings are unknown. Between two readings the process may have stood still for any time, so that only what
// the program does with them is decided: each comparison of two clock values, where both answers are possible, is a choice. No stall is
// too long and none too many; the number of choices is finite, since comparisons are.
import type { Choose, Location } from '../decision.ts';
import { start } from './path.ts';
import type { Inequality, Instant, Path, PathTime } from './path.ts';
import { LiveTimes } from './live-times.ts';

export interface ClockOptions {
  readonly choose: Choose;
  /** The least that a reading is later than the one before: 0 for a clock of ms (libuv), 1 for one of ns (CPython's monotonic). */
  readonly step: 0 | 1;
  /**
   * `any`: each reading may come after a stall. `chosen`: only those at which `choose` says so, at the cost of 1 each, so that a bound
   * of `cpu` is one on the number of stalls.
   */
  readonly stalls: 'any' | 'chosen';
}

export class SymbolicClock {
  readonly #options: ClockOptions;
  readonly #known = LiveTimes.origin();
  readonly #times: PathTime[] = [{ notBefore: [] }];
  readonly #inequalities: Inequality[] = [];
  #last = start;
  #waits: Instant[] = [];
  #isPinned = false;

  constructor(options: ClockOptions) {
    this.#options = options;
  }

  /** Reads the clock. `at` says where, for the path and for the choice of a stall. */
  read(at?: Location): Instant {
    const { step, stalls } = this.#options;
    const notBefore = [{ ...this.#last, plus: step }, ...this.#waits];
    this.#waits = [];
    const time = this.#known.add(this.#last.time, step);
    for (const instant of notBefore) this.#known.constrain({ a: instant.time, b: time, most: -instant.plus });
    this.#times.push({ notBefore, ...(at && { at }) });
    if (stalls === 'chosen' && !this.#choosesStall(at)) {
      const usual = notBefore.reduce((one, other) => (this.isBefore(one, other, at) ? other : one));
      this.#constrain(time, usual.time, usual.plus);
    }
    return (this.#last = { time, plus: 0 });
  }

  /** Nothing runs until then: the next reading is not before it. */
  waitUntil(deadline: Instant): void {
    this.#waits.push(deadline);
  }

  /** Whether `a` is before `b`; where both answers are possible, `choose` decides, and `at` says where. */
  isBefore(a: Instant, b: Instant, at?: Location): boolean {
    const gap = b.plus - a.plus;
    const canBe = this.#allows(a.time, b.time, gap - 1);
    const canBeNot = this.#allows(b.time, a.time, -gap);
    const answer = canBe && canBeNot ? this.#decide(a, b, at) : canBe;
    if (answer) this.#constrain(a.time, b.time, gap - 1);
    else this.#constrain(b.time, a.time, -gap);
    return answer;
  }

  /** Whether `a` is before `b` whatever is decided later. Nothing is decided by it. */
  isSurelyBefore(a: Instant, b: Instant): boolean {
    return !this.#allows(b.time, a.time, a.plus - b.plus);
  }

  /** From now on `a` is not before `b`, unless that contradicts what is decided: a condition of what has just been decided. */
  keepNotBefore(a: Instant, b: Instant): void {
    if (!this.isSurelyBefore(a, b)) this.#constrain(b.time, a.time, a.plus - b.plus);
  }

  /** No other instants than these are compared from now on. */
  keepOnly(instants: readonly Instant[]): void {
    this.#known.keepOnly([this.#last, ...this.#waits, ...instants].map(({ time }) => time));
  }

  /**
   * The number of an instant, counted from the start, for a program that looks at it: the earliest that is possible, and no other
   * one from now on. So the stalls that would have made it later are not tried, which `isPinned` says for the whole run.
   */
  pin({ time, plus }: Instant): number {
    const value = this.earliest({ time, plus: 0 });
    this.#constrain(time, start.time, value);
    this.#isPinned = true;
    return value + plus;
  }

  /** How early an instant can be, counted from the start. Nothing is decided by it. */
  earliest(instant: Instant): number {
    return this.#known.earliest(instant);
  }

  /** How early a reading now would be. */
  get soonest(): number {
    const notBefore = [{ ...this.#last, plus: this.#options.step }, ...this.#waits];
    return Math.max(...notBefore.map((instant) => this.earliest(instant)));
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  /** What the run has decided about its readings so far. */
  get path(): Path {
    return { step: this.#options.step, times: this.#times, inequalities: this.#inequalities };
  }

  /** The usual answer is that of readings as early as they can be. */
  #decide(a: Instant, b: Instant, at: Location | undefined): boolean {
    const usual = this.earliest(a) < this.earliest(b);
    return this.#options.choose({ cause: 'cpu', options: 2, ...(at && { at }) }) === 0 ? usual : !usual;
  }

  #choosesStall(at: Location | undefined): boolean {
    return this.#options.choose({ cause: 'cpu', options: 2, cost: 1, ...(at && { at }) }) === 1;
  }

  /** Keeps only what says something new. */
  #constrain(a: number, b: number, most: number): void {
    if (this.#known.constrain({ a, b, most })) this.#inequalities.push({ a, b, most });
  }

  #allows(a: number, b: number, most: number): boolean {
    return this.#known.allows({ a, b, most });
  }
}
