// What no virtual clock rules is run for real, again and again, under pauses drawn from seeds: threads, processes, Workers,
// and programs that ask for what the virtual engines do not have.
import { CourseError } from '../error.ts';
import { freedoms } from '../order/index.ts';
import { perturbedRuns, runPerturbed } from '../runtime/perturbed/run.ts';
import type { Explored } from './proof-explore.ts';
import { firstSeed } from './proof-plan.ts';
import { judgeCause } from './proof-verdict.ts';
import type { Claim, JudgedCause } from './proof-verdict.ts';

/** Whether real runs are due: no virtual clock ran the program, or its contract leaves something to threads. */
export function isPerturbed({ contract }: Claim, explored: Explored | undefined): boolean {
  if (explored && 'refused' in explored) return explored.refused.kind !== 'missing' && !explored.failed;
  return freedoms(contract).some(({ cause }) => cause === 'threads');
}

/** What the real runs say; a CourseError where the machine lacks the engine or a run was cut short. */
export async function provePerturbed(
  root: string,
  claim: Claim,
  signal?: AbortSignal,
): Promise<JudgedCause | CourseError> {
  const share = { cause: 'threads', seeds: perturbedRuns, seed: firstSeed } as const;
  const seeds = Array.from({ length: share.seeds }, (_, index) => share.seed + index);
  try {
    const outcomes = await runPerturbed(root, claim.program, seeds, { ...(signal && { signal }) });
    return judgeCause(claim, share, outcomes);
  } catch (error) {
    if (error instanceof CourseError) return error;
    throw error;
  }
}
