// Traces TypeScript programs of several threads: what each of them did under a schedule, on virtual time.
import { attempt } from '../../error.ts';
import { traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { limits } from '../engine.ts';
import type { TraceOn } from '../trace-on.ts';
import { compileText, findTraced } from '../traced/host.ts';
import { asksUnder } from './models.ts';
import { runThreads } from './run.ts';

/** Each decision that was not the usual one is an event. Throws a CourseError (`misuse`) where the schedule does not fit the run. */
export const traceOnTracedTurns: TraceOn = (_root, { file, text }, { model, schedule }) =>
  Promise.try(() => {
    const asks = asksUnder(model);
    const { tracer, events } = recorder({ detail: true });
    const end = performance.now() + limits.time;
    const isTimeOver = () => performance.now() > end;
    const traced = attempt((): Trace => {
      const source = { text, file, shown: file };
      runThreads(compileText(text, file), { source, schedule, asks, tracer, isTimeOver });
      const { name, version } = findTraced();
      return { version: traceVersion, language: 'ts', engine: `${name} ${version}`, events };
    });
    if (!('error' in traced)) return traced.value;
    if (traced.error.kind === 'misuse') throw traced.error;
    return { refused: traced.error };
  });
