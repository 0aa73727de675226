// A symbolic clock whose unknown times a trace shows as numbers: those of the run with the least stalls that takes the same decisions. Each
// stall is told where the clock is read after it. Nothing is decided by the numbers.
import type { SymbolicClock } from '../../../../explore/clock/symbolic.ts';
import type { Instant } from '../../../../explore/clock/path.ts';
import type { Location } from '../../../../explore/decision.ts';
import type { ShownTimes } from '../../model.ts';
import type { Time } from './time.ts';

export class ShownTime implements Time {
  readonly #clock: SymbolicClock;
  readonly #shown: ShownTimes;
  readonly #emitStall: (ms: number) => void;
  #now = 0;

  constructor(clock: SymbolicClock, shown: ShownTimes, emitStall: (ms: number) => void) {
    this.#clock = clock;
    this.#shown = shown;
    this.#emitStall = emitStall;
  }

  shown(instant?: Instant): number {
    return instant ? (this.#shown.values[instant.time] ?? 0) + instant.plus : this.#now;
  }

  read(at?: Location): Instant {
    const instant = this.#clock.read(at);
    this.#now = Math.max(this.#now, this.shown(instant));
    const delay = this.#shown.delays.find(({ time }) => time === instant.time);
    if (delay) this.#emitStall(delay.length);
    return instant;
  }

  waitUntil(deadline: Instant): void {
    this.#clock.waitUntil(deadline);
    this.#now = Math.max(this.#now, this.shown(deadline));
  }

  isBefore(a: Instant, b: Instant, at?: Location): boolean {
    return this.#clock.isBefore(a, b, at);
  }

  isSurelyBefore(a: Instant, b: Instant): boolean {
    return this.#clock.isSurelyBefore(a, b);
  }

  keepNotBefore(a: Instant, b: Instant): void {
    this.#clock.keepNotBefore(a, b);
  }

  keepOnly(instants: readonly Instant[]): void {
    this.#clock.keepOnly(instants);
  }

  pin(instant: Instant): number {
    return this.#clock.pin(instant);
  }

  earliest(instant: Instant): number {
    return this.#clock.earliest(instant);
  }

  get soonest(): number {
    return this.#clock.soonest;
  }
}
