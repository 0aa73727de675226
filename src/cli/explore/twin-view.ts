// What `course explore` has found out, before it is shown.
import type { CauseProof } from '../../check/proof/verdict.ts';
import type { CourseError } from '../../error.ts';
import type { Violation } from '../../recorded/violations.ts';
import type { ProofJob } from '../../runtime/schedules/jobs.ts';

/** What one cause showed. */
export interface CauseView {
  readonly proof: CauseProof;
  readonly broken: readonly Violation[];
  /** The contract promises something about this cause. */
  readonly isClaimed: boolean;
}

export interface TwinView {
  readonly job: ProofJob;
  readonly refused: CourseError | undefined;
  readonly causes: readonly CauseView[];
  readonly errors: readonly CourseError[];
}
