// Traces TypeScript programs on the traced engine, in this process.
import { attempt } from '../../error.ts';
import { traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { limits } from '../engine.ts';
import type { ProgramToTrace, ScheduleToTrace, TraceOn } from '../trace-on.ts';
import { runInRealm } from '../realm/realm.ts';
import { compileText, findTraced } from './host.ts';
import { scheduleOption } from './schedule.ts';

export const traceOnTraced: TraceOn = (_root, program, schedule) =>
  Promise.try(() => {
    const traced = attempt(() => trace(program, schedule));
    return 'error' in traced ? { refused: traced.error } : traced.value;
  });

function trace({ file, text }: ProgramToTrace, { cause, seed }: ScheduleToTrace): Trace {
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  runInRealm(compileText(text, file), {
    tracer,
    isTimeOver: () => performance.now() > end,
    ...scheduleOption(cause, seed),
  });
  const { name, version } = findTraced();
  return { version: traceVersion, language: 'ts', engine: `${name} ${version}`, events };
}
