// The time of all threads of a run is one: it moves where none of them can go on, and where one sees it pass by looking at the clock.
import type { Instant } from '../../../explore/clock/path.ts';
import type { Time } from '../engine/loop/time.ts';
import type { Turns } from './turns.ts';

export class SharedTime implements Time {
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  read(): Instant {
    this.#turns.sawClock();
    return { time: 0, plus: this.soonest };
  }

  waitUntil({ plus }: Instant): void {
    if (plus > this.soonest) this.#turns.ask({ do: 'pass', to: plus });
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

  get soonest(): number {
    return this.#turns.now;
  }
}
