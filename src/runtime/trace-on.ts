// What an engine with a virtual clock offers for traces: what happened in one run, step by step.
import type { Trace } from '../trace/events.ts';
import type { VirtualCause } from './causes.ts';
import type { CourseError } from '../error.ts';
import type { RunnableProgram } from './engine.ts';

/** A program with its source. A `Program` of the course has this shape. */
export interface ProgramToTrace extends RunnableProgram {
  readonly text: string;
}

export interface ScheduleToTrace {
  readonly cause: VirtualCause;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** The trace, or in the engine's words why it cannot run such a program. Throws a CourseError for what is the program's fault. */
export type TraceOn = (
  root: string,
  program: ProgramToTrace,
  schedule: ScheduleToTrace,
) => Promise<Trace | { readonly refused: CourseError }>;
