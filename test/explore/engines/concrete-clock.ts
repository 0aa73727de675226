// Clocks with numbers, behind the same door as the symbolic one: to replay what it predicts, and to let time pass at random.
import type { Instant, Path } from '../../../src/explore/clock/path.ts';
import { zoneOf } from '../../../src/explore/clock/path.ts';
import type { Location } from '../../../src/explore/decision.ts';

/** What an event loop asks of its clock; a SymbolicClock is one. */
export interface LoopClock {
  read(at?: Location): Instant;
  waitUntil(deadline: Instant): void;
  isBefore(a: Instant, b: Instant, at?: Location): boolean;
}

export class ConcreteClock implements LoopClock {
  readonly #values = [0];
  readonly #next: (earliest: number, reading: number) => number;
  readonly #step: number;
  #earliest = 0;

  /** `next` gives the value of a reading, not below the earliest that it can be. */
  constructor(step: number, next: (earliest: number, reading: number) => number) {
    this.#step = step;
    this.#next = next;
  }

  read(): Instant {
    const time = this.#values.length;
    const earliest = Math.max(this.#earliest, (this.#values.at(-1) ?? 0) + this.#step);
    const value = this.#next(earliest, time);
    if (value < earliest) throw new Error(`reading ${time} is ${value}, and can be ${earliest} at the earliest`);
    this.#values.push(value);
    return { time, plus: 0 };
  }

  waitUntil(deadline: Instant): void {
    this.#earliest = Math.max(this.#earliest, this.#value(deadline));
  }

  isBefore(a: Instant, b: Instant): boolean {
    return this.#value(a) < this.#value(b);
  }

  #value({ time, plus }: Instant): number {
    return (this.#values[time] ?? NaN) + plus;
  }
}

/** The clock whose readings are the earliest that the decisions of a run admit. */
export function witnessOf(path: Path): ConcreteClock {
  const zone = zoneOf(path);
  return new ConcreteClock(path.step, (_, reading) => zone.earliest(reading));
}

/** A clock before each of whose readings the process may stand still: at one in `every` for at most `longest`. */
export function stallingClock(step: number, every: number, longest: number, random: () => number): ConcreteClock {
  return new ConcreteClock(step, (earliest) => {
    return random() * every < 1 ? earliest + Math.floor(random() * longest) : earliest;
  });
}
