// What no engine runs under schedules is run for real, again and again, under pauses drawn from seeds: threads, processes, Workers,
// and programs that ask for what the virtual engines do not have.
import { CourseError } from '../../error.ts';
import { linesWithEnd, newTally } from '../../order/index.ts';
import type { Contract } from '../../order/index.ts';
import { mergedOutcomes } from '../../runtime/real/perturb/outcomes.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import type { Explored } from '../../runtime/schedules/jobs.ts';
import { firstSeed, mostReal, needsRealRuns } from '../../runtime/schedules/plan.ts';
import { exploreReal, realBatch, realTimeLimit } from '../../runtime/schedules/real.ts';
import { judgeCause } from './verdict.ts';
import type { JudgedCause } from './verdict.ts';
import type { Claim } from '../../recorded/violations.ts';

/** Whether real runs are due: no engine ran the program under schedules, or none has those that its contract speaks of. */
export function isPerturbed({ program, contract }: Claim, explored: Explored | undefined): boolean {
  if (explored && 'refused' in explored) return explored.refused.kind !== 'missing' && !explored.failed;
  return needsRealRuns(program, contract);
}

/** What the real runs say; a CourseError where the machine lacks the engine or a run was cut short. */
export async function provePerturbed(
  root: string,
  claim: Claim,
  signal?: AbortSignal,
): Promise<JudgedCause | CourseError> {
  const { contract, program } = claim;
  const request = { timeLimit: realTimeLimit(contract), ...(signal && { signal }) };
  try {
    const batch = realBatch(firstSeed);
    const found = await exploreReal(root, program, batch.real, request);
    if (isAllSeen(contract, found.outcomes)) return judgeCause(claim, batch, found);
    // what is seldom is no false claim yet
    const enough = (soFar: readonly Outcome[]): boolean => isAllSeen(contract, [...found.outcomes, ...soFar]);
    const { real } = realBatch(firstSeed + perturbedRuns, mostReal - perturbedRuns);
    const more = await exploreReal(root, program, real, { ...request, enough });
    const outcomes = mergedOutcomes(found.outcomes, more.outcomes);
    return judgeCause(claim, batch, { outcomes, coverage: undefined, runs: found.runs + more.runs });
  } catch (error) {
    if (error instanceof CourseError) return error;
    throw error;
  }
}

/** Whether the runs show all that the contract leaves to threads. */
function isAllSeen(contract: Contract, outcomes: readonly Outcome[]): boolean {
  const tally = newTally(contract);
  for (const outcome of outcomes) tally.see(linesWithEnd(contract, outcome));
  return tally.verdicts(outcomes.length, ['threads']).length === 0;
}
