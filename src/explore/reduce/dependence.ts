// Which steps may change places. Two steps are independent if neither can enable, disable or change the other: then both orders lead
// to the same state, and one of them need not be run (Mazurkiewicz 1977; Godefroid, LNCS 1032, 1996).
import type { Step } from '../decision.ts';

/** Symmetric. Says true where it does not know: then nothing is left out. */
export type Dependent = (a: Step, b: Step) => boolean;

/** Steps of one strand keep their order; so do two that touch the same name, unless both only read it. */
export const touchesSame: Dependent = (a, b) =>
  overlap(a.strands, b.strands) ||
  overlap(a.writes, b.writes) ||
  overlap(a.writes, b.reads) ||
  overlap(a.reads, b.writes);

function overlap(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some?.some((name) => others?.includes(name)) ?? false;
}
