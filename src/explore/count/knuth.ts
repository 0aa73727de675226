// How many schedules there are, from a few random ones: Knuth, "Estimating the efficiency of backtrack programs", Mathematics of
// Computation 29 (1975). A random walk that meets choice points of n1, n2, … options stands for n1 * n2 * … schedules; the mean of
// many walks is right on average, however uneven the tree.
import { Spending } from '../bound.ts';
import type { Bound } from '../bound.ts';
import type { Decision } from '../decision.ts';

/** The number of schedules that one random walk within the bound stands for. */
export function weightOf(decisions: readonly Decision[], bound: Bound): number {
  const spending = new Spending(bound);
  let weight = 1;
  for (const decision of decisions) {
    if (spending.affords(decision)) weight *= decision.options;
    spending.spend(decision, decision.taken);
  }
  return weight;
}
