// What an engine with a virtual clock offers for traces: what happened in one run, step by step.
import type { Trace } from '../trace/events.ts';
import type { CourseError } from '../error.ts';
import type { Schedule } from '../explore/schedule.ts';
import type { RunnableProgram } from './engine.ts';
import type { Model } from './models.ts';

/** A program with its source. A `Program` of the course has this shape. */
export interface ProgramToTrace extends RunnableProgram {
  readonly text: string;
}

interface ScheduleToTrace {
  readonly model: Model;
  readonly schedule: Schedule;
  readonly signal?: AbortSignal;
}

/** The trace, or in the engine's words why it cannot run such a program. Throws a CourseError for what is the program's fault. */
export type TraceOn = (
  root: string,
  program: ProgramToTrace,
  schedule: ScheduleToTrace,
) => Promise<Trace | { readonly refused: CourseError }>;
