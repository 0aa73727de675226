// What the event loop asks of the time: an instant is whole ms after a reading of libuv's clock, so that it need not be a number yet.
// Without a model time is counted; under `cpu` it is a SymbolicClock, under
// `latency` it moves from the end of one outside wait to the next (outside-time.ts).
import type { Instant } from '../../../../explore/clock/path.ts';
import type { Location } from '../../../../explore/decision.ts';

export interface Time {
  /** Reads libuv's clock (uv_update_time). */
  read(at?: Location): Instant;
  /** Nothing runs until then: the next reading is not before it. */
  waitUntil(deadline: Instant): void;
  isBefore(a: Instant, b: Instant, at?: Location): boolean;
  /** Whether it is so whatever is decided later. */
  isSurelyBefore(a: Instant, b: Instant): boolean;
  /** From now on `a` is not before `b`, if it can be so. */
  keepNotBefore?(a: Instant, b: Instant): void;
  /** No other instants are compared from now on. */
  keepOnly?(instants: readonly Instant[]): void;
  /** The number of an instant, for a program that looks at it; from now on it is no other. */
  pin(instant: Instant): number;
  /** ms since the start, if the instant comes as early as it can. */
  earliest(instant: Instant): number;
  /** The same of a reading now. */
  readonly soonest: number;
  /** ms since the start, as a trace shows an instant; without it, and without an instant, of a reading now. Absent: as early as it can be. */
  shown?(instant?: Instant): number;
}

/** Time passes where somebody waits, and nowhere else. */
export class CountedTime implements Time {
  soonest = 0;

  read(): Instant {
    return { time: 0, plus: this.soonest };
  }

  waitUntil({ plus }: Instant): void {
    this.soonest = Math.max(this.soonest, plus);
  }

  isBefore(a: Instant, b: Instant): boolean {
    return a.plus < b.plus;
  }

  isSurelyBefore(a: Instant, b: Instant): boolean {
    return this.isBefore(a, b);
  }

  pin({ plus }: Instant): number {
    return plus;
  }

  earliest({ plus }: Instant): number {
    return plus;
  }
}

export function later({ time, plus }: Instant, ms: number): Instant {
  return { time, plus: plus + ms };
}
