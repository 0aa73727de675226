// The trace of one program, whichever engine can show it: the traced engine or CPython's virtual clock. Errors name the
// program by its path in the course.
import { pathToFileURL } from 'node:url';
import { CourseError } from '../error.ts';
import type { Language, Need } from '../languages.ts';
import type { Trace } from '../trace/events.ts';
import { recorder } from '../trace/recorder.ts';
import { limits } from './engine.ts';
import { compile } from './traced/compile/compile.ts';
import { findTraced, nodeFormatter } from './traced/host.ts';
import { runTraced } from './traced/run.ts';
import type { VirtualCause } from './virtual/python.ts';
import { tracePython } from './virtual/trace.ts';

/** What has to be known of a program. A `Program` of the course has this shape. */
export interface ProgramToTrace {
  readonly language: Language;
  /** Absolute path. */
  readonly file: string;
  /** As people name it: from the course's root. */
  readonly path: string;
  readonly text: string;
  readonly needs: readonly Need[];
}

export interface TraceProgramRequest {
  /** `none`, the plain run, if absent. */
  readonly cause?: VirtualCause;
  /** Which schedule of the cause, as `course explore` reports it; 1 if absent. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/**
 * What happens in a run, TypeScript with every line and ordinary call. Throws a CourseError: `missing` where the machine
 * lacks the engine, `course` for what no engine can trace.
 */
export async function traceProgram(
  root: string,
  program: ProgramToTrace,
  request: TraceProgramRequest = {},
): Promise<Trace> {
  const { path, language, needs } = program;
  const lacking = needs.filter((need) => need !== 'gevent');
  if (lacking.length > 0)
    throw refused(path, { what: `it needs ${lacking.join(' and ')}, which no virtual clock rules` });
  if (language === 'py') return python(root, program, request);
  try {
    return typeScript(program, request);
  } catch (error) {
    throw error instanceof CourseError ? refused(path, error) : error;
  }
}

async function python(root: string, { file, needs }: ProgramToTrace, request: TraceProgramRequest): Promise<Trace> {
  const { version, language, engine, events } = await tracePython(root, { file, needs }, { seed: 1, ...request });
  return { version, language, engine, events };
}

function typeScript({ file, text }: ProgramToTrace, { cause, seed = 1 }: TraceProgramRequest): Trace {
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  runTraced(compile(text, { file, url: pathToFileURL(file).href }), {
    formatter: nodeFormatter,
    tracer,
    isTimeOver: () => performance.now() > end,
    ...((cause === 'cpu' || cause === 'latency') && { schedule: { cause, seed } }),
  });
  const { name, version } = findTraced();
  return { version: 1, language: 'ts', engine: `${name} ${version}`, events };
}

/** What an engine says that it cannot run, at the program's path in the course. */
function refused(
  path: string,
  { what, where }: Pick<CourseError, 'what'> & Partial<Pick<CourseError, 'where'>>,
): CourseError {
  const fix = `leave that out, or run it without a trace: npm run course -- run ${path}`;
  return new CourseError({ what, fix, where: { ...where, file: path } });
}
