// Traces TypeScript programs on the traced engine, in this process.
import { attempt } from '../../error.ts';
import { marginOf } from '../../explore/clock/margin.ts';
import { traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { limits } from '../engine.ts';
import type { TraceOn } from '../trace-on.ts';
import { runInRealm } from '../realm/realm.ts';
import { compileText, findTraced } from './host.ts';
import { tracedModelOf } from './model.ts';
import type { Program } from './program.ts';
import type { RunOptions } from './realm/world.ts';

/**
 * Each decision of the run that was not the usual one is an event; under `cpu` the stalls are the least that lead to it. Throws a
 * CourseError (`misuse`) where the schedule does not fit the run.
 */
export const traceOnTraced: TraceOn = (_root, { file, text }, { model: named, schedule }) =>
  Promise.try(() => {
    const model = tracedModelOf(named);
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

function traceOf(program: Program, options: RunOptions): Trace {
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  runInRealm(program, { tracer, isTimeOver: () => performance.now() > end, ...options });
  const { name, version } = findTraced();
  return { version: traceVersion, language: 'ts', engine: `${name} ${version}`, events };
}
