// What each engine with a virtual clock gives for exploring: a program that is started once, under a model, and run under as many
// schedules as wanted. What tries schedules (explore/) and what runs them know nothing more of one another.
import type { CourseError } from '../../error.ts';
import type { Path } from '../../explore/clock/path.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import type { Model } from '../models.ts';

/** What a run under a schedule printed, and how it ended. */
export interface ScheduledOutcome {
  /** Lines without their line ends. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** 13 where nothing could wake the program any more, 124 where a limit ended it. */
  readonly exit: number;
  /** Virtual ms if all that is left open comes as early as it can. */
  readonly elapsed: number;
  /** A sentence for each strand that still waits, where the run ended with exit 13: "worker waits at line 5: await gate". */
  readonly waiting?: readonly string[];
  /** What the run decided about times: under `cpu`, `stalls` and `latency`. */
  readonly path?: Path;
}

export interface ScheduledProgram {
  /**
   * The runs of these schedules, in their order, each in a process or realm as a new one would be; fewer where `signal` was aborted.
   * Throws CannotRun where the program cannot be run so, and a CourseError (`misuse`) where a schedule does not fit it.
   */
  run(schedules: readonly Schedule[]): Promise<readonly Run<ScheduledOutcome>[]>;
  stop(): Promise<void>;
}

export interface StartRequest {
  readonly model: Model;
  readonly signal?: AbortSignal | undefined;
}

/** Throws CannotRun as `run` does, and a CourseError (`missing`) where the machine lacks the engine. */
export type StartScheduled = (
  root: string,
  program: ProgramToTrace,
  request: StartRequest,
) => Promise<ScheduledProgram>;

/** Why a program cannot be run under schedules. */
export class CannotRun extends Error {
  /** `refused`: it asks for what the engine does not have. `failed`: it does not compile, ends its process, or never gives way. */
  readonly reason: 'refused' | 'failed';
  readonly error: CourseError;

  constructor(reason: CannotRun['reason'], error: CourseError) {
    super(error.message);
    this.reason = reason;
    this.error = error;
  }
}
