// Bounds: how much of each cause a schedule may have. A bound of 2 for `threads` admits the schedules with at most two
// preemptions, which is where most bugs are (Musuvathi & Qadeer, PLDI 2007: iterative context bounding).
import type { Choice, DecisionCause } from './decision.ts';

/** The most that the deviations of each cause may cost in one run; a cause that is absent has no bound. */
export type Bound = Partial<Readonly<Record<DecisionCause, number>>>;

/** What CHESS found to be enough for nearly all bugs, and what is asked for unless somebody says otherwise. */
export const usualBound: Bound = { threads: 2 };

/** What a run has spent of a bound so far. */
export class Spending {
  readonly #bound: Bound;
  readonly #spent: Map<DecisionCause, number>;

  constructor(bound: Bound, spent: ReadonlyMap<DecisionCause, number> = new Map()) {
    this.#bound = bound;
    this.#spent = new Map(spent);
  }

  copy(): Spending {
    return new Spending(this.#bound, this.#spent);
  }

  /** Whether a deviation at this choice point is within the bound. */
  affords({ cause, cost = 0 }: Choice): boolean {
    const most = this.#bound[cause];
    return cost === 0 || most === undefined || this.#of(cause) + cost <= most;
  }

  /** Takes note of an answer. */
  spend({ cause, cost = 0 }: Choice, taken: number): void {
    if (taken !== 0 && cost !== 0) this.#spent.set(cause, this.#of(cause) + cost);
  }

  /** Whether for no bounded cause more is spent than in the other one. */
  isWithin(other: Spending): boolean {
    return [...this.#spent].every(([cause, cost]) => this.#bound[cause] === undefined || cost <= other.#of(cause));
  }

  #of(cause: DecisionCause): number {
    return this.#spent.get(cause) ?? 0;
  }
}
