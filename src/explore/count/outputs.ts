// The distinct outputs of the schedules that were run, each with the schedule that is nearest to the usual run.
import { deviationsOf } from '../decision.ts';
import type { Decision, Deviation, Run } from '../decision.ts';

export interface Output<Outcome> {
  /** Of the first run that gave it. */
  readonly outcome: Outcome;
  /** Of all runs that gave it the one with the fewest deviations, then the least cost, then the latest deviations. */
  readonly nearest: readonly Decision[];
  /** How many schedules gave it. */
  readonly schedules: number;
  /** How many of them were random ones. */
  readonly samples: number;
}

/** Compares two runs by how far they are from the usual one; negative where `a` is nearer. */
export function compareDistance(a: readonly Decision[], b: readonly Decision[]): number {
  const [ours, theirs] = [deviationsOf(a), deviationsOf(b)];
  return ours.length - theirs.length || costOf(a) - costOf(b) || compareLateness(ours, theirs);
}

function costOf(decisions: readonly Decision[]): number {
  return decisions.reduce((sum, { taken, cost = 0 }) => (taken === 0 ? sum : sum + cost), 0);
}

/** Both have the same length. A late deviation leaves more of the usual run as it is; of two options the lower one is nearer. */
function compareLateness(a: readonly Deviation[], b: readonly Deviation[]): number {
  for (const [index, ours] of a.entries()) {
    const theirs = b[index];
    const order = theirs ? theirs.at - ours.at || ours.take - theirs.take : 0;
    if (order !== 0) return order;
  }
  return 0;
}

export class Outputs<Outcome> {
  readonly #keyOf: (outcome: Outcome) => string;
  readonly #byKey = new Map<string, Output<Outcome>>();

  /** Runs with the same key have the same output. */
  constructor(keyOf: (outcome: Outcome) => string) {
    this.#keyOf = keyOf;
  }

  add({ decisions, outcome }: Run<Outcome>, isSample: boolean): void {
    const key = this.#keyOf(outcome);
    const known = this.#byKey.get(key);
    const isNearer = !known || compareDistance(decisions, known.nearest) < 0;
    this.#byKey.set(key, {
      outcome: known?.outcome ?? outcome,
      nearest: isNearer ? decisions : known.nearest,
      schedules: (known?.schedules ?? 0) + 1,
      samples: (known?.samples ?? 0) + (isSample ? 1 : 0),
    });
  }

  /** In the order in which they were found. */
  get all(): readonly Output<Outcome>[] {
    return [...this.#byKey.values()];
  }
}
