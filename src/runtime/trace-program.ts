// The trace of one program, whichever engine can show it: one with a virtual clock, else a real run on the machine's. Errors name
// the program by its path in the course.
import { CourseError, placeName } from '../error.ts';
import type { Trace } from '../trace/events.ts';
import type { ProofCause } from './causes.ts';
import { needsOfRealTime, virtualOf } from './engines.ts';
import { startFault } from './node/start-fault.ts';
import { traceLive } from './real/record/trace.ts';
import type { ProgramToTrace } from './trace-on.ts';

export interface TraceProgramRequest {
  /** `none`, the plain run, if absent. `threads` is a real run with the pauses of the seed, which do not replay it. */
  readonly cause?: ProofCause;
  /** Which schedule of the cause, as `course explore` reports it; 1 if absent. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Told why, where the program turns out to need a real run that its first comment does not ask for. */
  readonly onRealRun?: (why: string) => void;
}

/**
 * What happens in a run, where its engine has a virtual clock with every line and ordinary call. Throws a CourseError:
 * `missing` where the machine lacks the engine, `course` for a schedule of what no virtual clock rules.
 */
export async function traceProgram(
  root: string,
  program: ProgramToTrace,
  { cause = 'none', seed = 1, signal, onRealRun }: TraceProgramRequest = {},
): Promise<Trace> {
  const { path, language } = program;
  const request = signal ? { signal } : {};
  if (cause === 'threads') return traceLive(root, program, { ...request, pauses: seed });
  const lacking = needsOfRealTime(program);
  let why = { what: `it needs ${lacking.join(' and ')}, which no virtual clock rules`, where: { file: path } };
  if (lacking.length === 0) {
    const trace = await virtualOf(language).trace();
    const traced = await trace(root, program, { ...request, cause, seed });
    if (!('refused' in traced)) return traced;
    const fault = language === 'ts' ? startFault(program.file, path) : undefined;
    if (fault) throw fault;
    why = { what: traced.refused.what, where: { ...traced.refused.where, file: path } };
  }
  if (cause === 'none') {
    if (lacking.length === 0) onRealRun?.(`${placeName(why.where)}  ${why.what}`);
    return traceLive(root, program, request);
  }
  throw new CourseError({
    what: `no schedule of ${cause}: ${why.what}`,
    where: why.where,
    fix: 'leave --cause out, or take a real run under seeded pauses: --cause threads',
  });
}
