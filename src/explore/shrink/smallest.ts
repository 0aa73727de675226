// The smallest difference: a run that gives an output and is as near to the usual run as shrinking brings it.
import type { Budget } from '../budget.ts';
import { deviationsOf } from '../decision.ts';
import type { Run } from '../decision.ts';
import type { Schedule } from '../schedule.ts';
import { shrink } from './shrink.ts';

export interface ShrinkOptions<Outcome> {
  /** Runs with the same key have the same output. */
  readonly keyOf: (outcome: Outcome) => string;
  /** Runs the program; undefined where the schedule does not fit it. */
  readonly run: (schedule: Schedule) => Run<Outcome> | undefined | Promise<Run<Outcome> | undefined>;
  readonly budget: Budget;
}

/** A run with the output of `found`; the smallest so far where the budget ends. Rejects with what `run` throws. */
export async function smallestRun<Outcome>(
  found: Run<Outcome>,
  options: ShrinkOptions<Outcome>,
): Promise<Run<Outcome>> {
  const { keyOf, run, budget } = options;
  const wanted = keyOf(found.outcome);
  const candidates = shrink(deviationsOf(found.decisions));
  let smallest = found;
  let tried = 0;
  for (let next = candidates.next(); !next.done && !budget.stopped(tried); tried++) {
    const answer = await run({ deviations: next.value });
    const isSame = answer !== undefined && keyOf(answer.outcome) === wanted;
    if (isSame) smallest = answer;
    next = candidates.next(isSame);
  }
  return smallest;
}
