// Traces TypeScript programs on the traced engine, in this process.
import { attempt } from '../../error.ts';
import type { CourseError } from '../../error.ts';
import { marginOf } from '../../explore/clock/margin.ts';
import { traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { limits } from '../engine.ts';
import type { ProgramToTrace, ScheduleToTrace, TraceOn } from '../trace-on.ts';
import { runInRealm } from '../realm/realm.ts';
import { compileText, findTraced } from './host.ts';
import type { Under } from './model.ts';
import type { Program } from './program.ts';
import type { RunOptions } from './realm/world.ts';
import { scheduleOption } from './schedule.ts';

export const traceOnTraced: TraceOn = (_root, program, schedule) =>
  Promise.try(() => {
    const traced = attempt(() => trace(program, schedule));
    return 'error' in traced ? { refused: traced.error } : traced.value;
  });

function trace({ file, text }: ProgramToTrace, { cause, seed }: ScheduleToTrace): Trace {
  return traceOf(compileText(text, file), scheduleOption(cause, seed));
}

/**
 * The trace of the run under a schedule, with each decision that was not the usual one; under `cpu` with the least stalls that lead to
 * it. Or the words of the engine where it cannot run such a program. Throws a CourseError for what is the program's fault, and
 * (`misuse`) where the schedule does not fit it.
 */
export function traceTraced(
  { file, text }: ProgramToTrace,
  { model, schedule }: Under,
): Promise<Trace | { readonly refused: CourseError }> {
  return Promise.try(() => {
    const traced = attempt(() => {
      const program = compileText(text, file);
      const path = model === 'latency' ? undefined : runInRealm(program, { under: { model, schedule } }).chosen?.path;
      const shown = path && marginOf([path]);
      return traceOf(program, { under: { model, schedule, ...(shown && { shown }) } });
    });
    if (!('error' in traced)) return traced.value;
    if (traced.error.kind === 'misuse') throw traced.error;
    return { refused: traced.error };
  });
}

function traceOf(program: Program, options: RunOptions): Trace {
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  runInRealm(program, { tracer, isTimeOver: () => performance.now() > end, ...options });
  const { name, version } = findTraced();
  return { version: traceVersion, language: 'ts', engine: `${name} ${version}`, events };
}
