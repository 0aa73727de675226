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
  readonly #spent = new Map<DecisionCause, number>();

  constructor(bound: Bound) {
    this.#bound = bound;
  }

  /** Whether a deviation at this choice point is within the bound. */
  affords({ cause, cost = 0 }: Choice): boolean {
    const most = this.#bound[cause];
    return cost === 0 || most === undefined || (this.#spent.get(cause) ?? 0) + cost <= most;
  }

  /** Takes note of an answer. */
  spend({ cause, cost = 0 }: Choice, taken: number): void {
    if (taken !== 0 && cost !== 0) this.#spent.set(cause, (this.#spent.get(cause) ?? 0) + cost);
  }

  /** The sum over all causes. */
  get total(): number {
    return [...this.#spent.values()].reduce((sum, cost) => sum + cost, 0);
  }
}
