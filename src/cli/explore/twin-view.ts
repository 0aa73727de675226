// What `course explore` has found out, before it is shown.
import type { CauseProof, Violation } from '../../check/proof/verdict.ts';
import type { CourseError } from '../../error.ts';
import type { AnyJob } from '../../runtime/schedules/real.ts';

/** What the schedules of one cause showed. */
export interface CauseView {
  readonly proof: CauseProof;
  readonly broken: readonly Violation[];
  /** The contract promises something about this cause. */
  readonly claimed: boolean;
  /** Enough schedules to say that a freedom is not there. */
  readonly enough: boolean;
}

export interface TwinView {
  readonly job: AnyJob;
  readonly refused: CourseError | undefined;
  readonly causes: readonly CauseView[];
  readonly errors: readonly CourseError[];
}
