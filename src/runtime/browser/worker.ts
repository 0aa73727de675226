// The Worker in which the traced engine runs one program, as it runs it in Node: same engine, same formatting, same order.
import { CourseError } from '../../error.ts';
import type { TraceEvent, Tracer } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { compile } from '../traced/compile/compile.ts';
import { runTraced } from '../traced/run.ts';
import { browserFormatter, prepareFormatting } from './formatter.ts';
import { parseRun, partsOf } from './messages.ts';
import type { Answer, RunMessage } from './messages.ts';
import { bareGlobals } from './realm.ts';

/** How many events one message carries. */
const eventsAtOnce = 500;

const post: (answer: Answer) => void = postMessage.bind(globalThis);
const clock = performance;
addEventListener('message', ({ data }: MessageEvent<unknown>) => post(answerTo(data)), { once: true });
prepareFormatting();
bareGlobals();
post({ kind: 'ready' });

/** The last answer; lines and events were posted before it. */
function answerTo(data: unknown): Answer {
  try {
    return run(parseRun(data));
  } catch (error) {
    if (error instanceof CourseError) return { kind: 'refused', error: partsOf(error) };
    if (error instanceof EvalError) return { kind: 'refused', error: partsOf(forbidden()) };
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function run({ text, file, url, schedule, limits, timeLimit, trace }: RunMessage): Answer {
  const program = compile(text, { file, ...(url !== undefined && { url }) });
  const end = clock.now() + timeLimit;
  const emitted = trace ? emitter(trace === 'detail') : undefined;
  const { exit, elapsed, stopped } = runTraced(program, {
    formatter: browserFormatter,
    onLine: (line) => post({ kind: 'line', line }),
    isTimeOver: () => clock.now() > end,
    ...(emitted && { tracer: emitted.tracer }),
    ...(schedule && { schedule }),
    ...(limits && { limits }),
  });
  emitted?.flush();
  return { kind: 'end', exit, elapsed, ...(stopped && { stopped }) };
}

/** A tracer that posts what it hears, some hundred events at a time. */
function emitter(detail: boolean): { tracer: Tracer; flush: () => void } {
  const { tracer, events } = recorder({ detail });
  const flush = () => {
    if (events.length > 0) post({ kind: 'events', events: events.splice(0) });
  };
  const telling = Object.entries(tracer).map(([kind, keep]) => {
    const hook = keep as (event: TraceEvent) => void;
    return [
      kind,
      (event: TraceEvent) => {
        hook(event);
        if (events.length >= eventsAtOnce) flush();
      },
    ];
  });
  return { tracer: Object.fromEntries(telling) as Tracer, flush };
}

function forbidden(): CourseError {
  return new CourseError({
    what: 'the policy that the server sent with the Worker forbids it to run a program',
    fix: "send it with: Content-Security-Policy: default-src 'none'; script-src 'unsafe-eval'",
    kind: 'missing',
  });
}
