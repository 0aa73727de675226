// What an exploration may spend. The clock is given: nothing here reads one.
import type { Stopped } from './count/coverage.ts';

export interface BudgetOptions {
  /** Absent: any number. */
  readonly schedules?: number;
  /** `now` gives ms since whenever; the time runs from the making of the budget on. */
  readonly time?: { readonly ms: number; readonly now: () => number };
  readonly signal?: AbortSignal | undefined;
  /** Whether what else there was to spend is gone. */
  readonly isSpent?: () => boolean;
  /** The part that goes to the systematic search, from 0 to 1; the rest is for random schedules. Absent: three quarters. */
  readonly systematic?: number;
}

const usualSystematic = 3 / 4;

export class Budget {
  readonly schedules: number;
  readonly #time: BudgetOptions['time'];
  readonly #start: number;
  readonly #signal: AbortSignal | undefined;
  readonly #systematic: number;
  readonly #isSpent: () => boolean;

  constructor({
    schedules = Infinity,
    time,
    signal,
    isSpent = () => false,
    systematic = usualSystematic,
  }: BudgetOptions) {
    this.schedules = schedules;
    this.#systematic = systematic;
    this.#isSpent = isSpent;
    this.#time = time;
    this.#start = time?.now() ?? 0;
    this.#signal = signal;
  }

  /** What ends the exploration, after so many schedules; undefined while nothing does. */
  stopped(schedules: number): Stopped | undefined {
    if (this.#signal?.aborted) return 'abort';
    if (schedules >= this.schedules || this.#isSpent()) return 'schedules';
    return this.#spentTime() >= 1 ? 'time' : undefined;
  }

  /** How many more schedules the systematic search may have; the rest of the budget is for random ones. */
  systematicRoom(schedules: number): number {
    if (this.#spentTime() >= this.#systematic) return 0;
    return Math.max(0, Math.ceil(this.schedules * this.#systematic) - schedules);
  }

  #spentTime(): number {
    return this.#time ? (this.#time.now() - this.#start) / this.#time.ms : 0;
  }
}
