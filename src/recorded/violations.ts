// The outcomes of a twin that break its contract.
import { checkRun } from '../order/index.ts';
import type { Contract, Fault } from '../order/index.ts';
import type { ProofCause } from '../runtime/causes.ts';
import { distanceOf } from '../runtime/outcome.ts';
import type { Outcome } from '../runtime/outcome.ts';
import type { ProofJob } from '../runtime/schedules/jobs.ts';
import { wholeSteps } from './verdict.ts';

/** A job with a contract to meet; without a snippet it is a reader's own program. */
export type Claim = ProofJob & Required<Pick<ProofJob, 'contract'>>;

/** A claim, whatever it is tried under. */
export type Claimed = Omit<Claim, 'batches'>;

/** An outcome that breaks the contract. */
export interface Violation {
  readonly outcome: Outcome;
  readonly faults: readonly Fault[];
}

/** Only the usual run must take the time that the contract says. */
export function violations(contract: Contract, cause: ProofCause, outcomes: readonly Outcome[]): Violation[] {
  return outcomes.flatMap((outcome) => {
    const { stdout, stderr, exit, elapsed } = outcome;
    const faults = checkRun(contract, {
      stdout,
      stderr,
      exit,
      ...(cause === 'none' && { elapsed: wholeSteps(elapsed) }),
    });
    return faults.length === 0 ? [] : [{ outcome, faults }];
  });
}

/** The first of those whose schedules differ least from the usual one; of real runs the one with the lowest seed. */
export function nearest(broken: readonly Violation[]): Violation {
  const [first] = broken.toSorted((a, b) => distanceOf(a.outcome) - distanceOf(b.outcome));
  if (!first) throw new Error('there is no violation to tell of');
  return first;
}
