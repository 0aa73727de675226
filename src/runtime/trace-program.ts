// The trace of one program, whichever engine can show it: the traced engine or CPython's virtual clock, else a real run on
// the machine's. Errors name the program by its path in the course.
import { pathToFileURL } from 'node:url';
import { CourseError } from '../error.ts';
import type { Trace } from '../trace/events.ts';
import { recorder } from '../trace/recorder.ts';
import type { ProofCause, VirtualCause } from './causes.ts';
import { limits } from './engine.ts';
import { needsOfRealTime } from './engines.ts';
import type { RunnableProgram } from './engine.ts';
import { isCommonJs } from './node/module-kind.ts';
import { traceLive } from './real/record/trace.ts';
import { compile } from './traced/compile/compile.ts';
import { findTraced, nodeFormatter } from './traced/host.ts';
import { runTraced } from './traced/run.ts';
import { tracePython } from './virtual/trace.ts';
import type { TraceRequest } from './virtual/trace.ts';

/** A program with its source. A `Program` of the course has this shape. */
export interface ProgramToTrace extends RunnableProgram {
  readonly text: string;
}

export interface TraceProgramRequest {
  /** `none`, the plain run, if absent. `threads` is a real run with the pauses of the seed, which do not replay it. */
  readonly cause?: ProofCause;
  /** Which schedule of the cause, as `course explore` reports it; 1 if absent. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/**
 * What happens in a run, where its engine has a virtual clock with every line and ordinary call. Throws a CourseError:
 * `missing` where the machine lacks the engine, `course` for a schedule of what no virtual clock rules.
 */
export async function traceProgram(
  root: string,
  program: ProgramToTrace,
  { cause = 'none', seed = 1, signal }: TraceProgramRequest = {},
): Promise<Trace> {
  const { path, language } = program;
  const request = signal ? { signal } : {};
  if (cause === 'threads') return traceLive(root, program, { ...request, pauses: seed });
  const lacking = needsOfRealTime(program);
  let why = { what: `it needs ${lacking.join(' and ')}, which no virtual clock rules`, where: { file: path } };
  if (lacking.length === 0) {
    if (language === 'py') return python(root, program, { ...request, cause, seed });
    try {
      return typeScript(program, cause, seed);
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      why = { what: error.what, where: { ...error.where, file: path } };
    }
  }
  if (cause === 'none') return traceLive(root, program, request);
  throw new CourseError({
    what: `no schedule of ${cause}: ${why.what}`,
    where: why.where,
    fix: 'leave --cause out, or take a real run under seeded pauses: --cause threads',
  });
}

async function python(root: string, { file, needs }: ProgramToTrace, request: TraceRequest): Promise<Trace> {
  const { version, language, engine, events } = await tracePython(root, { file, needs }, request);
  return { version, language, engine, events };
}

function typeScript({ file, text }: ProgramToTrace, cause: VirtualCause, seed: number): Trace {
  const program = { ...compile(text, { file, url: pathToFileURL(file).href }), commonJs: isCommonJs(file, text) };
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  runTraced(program, {
    formatter: nodeFormatter,
    tracer,
    isTimeOver: () => performance.now() > end,
    ...((cause === 'cpu' || cause === 'latency') && { schedule: { cause, seed } }),
  });
  const { name, version } = findTraced();
  return { version: 1, language: 'ts', engine: `${name} ${version}`, events };
}
