// The trace of one program, whichever engine can show it: one that runs it under schedules, else a real run on the machine's clock.
// Errors name the program by its path in the course.
import { CourseError, placeName } from '../error.ts';
import { usualSchedule } from '../explore/schedule.ts';
import type { Trace } from '../trace/events.ts';
import { needsOfRealTime, schedulerOf } from './engines.ts';
import { startFault } from './node/start-fault.ts';
import { traceLive } from './real/record/trace.ts';
import type { Replay } from './schedules/token-of.ts';
import type { ProgramToTrace } from './trace-on.ts';

export interface TraceProgramRequest {
  /** Which schedule; the usual run if absent. */
  readonly replay?: Replay;
  /** A real run with pauses drawn from this seed, which steers it and does not replay one. */
  readonly pauses?: number;
  readonly signal?: AbortSignal;
  /** Told why, where the program turns out to need a real run that its first comment does not ask for. */
  readonly onRealRun?: (why: string) => void;
}

/**
 * What happens in a run, where an engine has it on virtual time with every line and ordinary call. Throws a CourseError:
 * `missing` where the machine lacks the engine, `course` for a schedule of what no engine runs under schedules.
 */
export async function traceProgram(
  root: string,
  program: ProgramToTrace,
  { replay, pauses, signal, onRealRun }: TraceProgramRequest = {},
): Promise<Trace> {
  const { path, language } = program;
  const request = signal ? { signal } : {};
  if (pauses !== undefined) return traceLive(root, program, { ...request, pauses });
  const scheduler = schedulerOf(program);
  const lacking = needsOfRealTime(program);
  let why = { what: `it needs ${lacking.join(' and ')}, which no engine has on virtual time`, where: { file: path } };
  if (scheduler) {
    const trace = await scheduler.trace();
    const { model, schedule } = replay ?? { model: 'usual', schedule: usualSchedule };
    const traced = await trace(root, program, { ...request, model, schedule });
    if (!('refused' in traced)) return traced;
    const fault = language === 'ts' ? startFault(program.file, path) : undefined;
    if (fault) throw fault;
    why = { what: traced.refused.what, where: { ...traced.refused.where, file: path } };
  }
  if (!replay) {
    if (scheduler) onRealRun?.(`${placeName(why.where)}  ${why.what}`);
    return traceLive(root, program, request);
  }
  throw new CourseError({
    what: `it cannot be run under schedules: ${why.what}`,
    where: why.where,
    fix: 'leave --schedule out, or take a real run under seeded pauses: --real',
  });
}
