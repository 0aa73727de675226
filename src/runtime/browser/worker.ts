// The Worker in which the traced engine runs one program, as it runs it in Node: same engine, same formatting, same order.
import './bare.ts';
import { CourseError, partsOf } from '../../error.ts';
import type { TraceEvent, Tracer } from '../../trace/events.ts';
import { recorder } from '../../trace/recorder.ts';
import { compile } from '../traced/compile/compile.ts';
import type { Program } from '../traced/program.ts';
import { World } from '../traced/realm/world.ts';
import type { Start } from '../traced/run.ts';
import { parseRun } from './messages.ts';
import type { Answer, RunMessage } from './messages.ts';
import { underOf } from './token.ts';

/** How many events one message carries. */
const eventsAtOnce = 500;

const post: (answer: Answer) => void = postMessage.bind(globalThis);
const clock = performance;
addEventListener('message', ({ data }: MessageEvent<unknown>) => post(answerTo(data)), { once: true });
/** An indirect eval: the text sees nothing of ours. */
const evaluate: (code: string) => unknown = eval;
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

function run({ text, file, url, token, limits, timeLimit, trace }: RunMessage): Answer {
  const program = compile(text, { file, ...(url !== undefined && { url }) });
  // the Worker's own realm: no other can be had here. It ends with the run
  const world = new World();
  const end = clock.now() + timeLimit;
  const emitted = trace ? emitter(trace === 'detail') : undefined;
  const { exit, elapsed, stopped } = world.run(program, startOf(program), {
    onLine: (line) => post({ kind: 'line', line }),
    isTimeOver: () => clock.now() > end,
    ...(emitted && { tracer: emitted.tracer }),
    ...(token !== undefined && { under: underOf(token) }),
    ...(limits && { limits }),
  });
  emitted?.flush();
  return { kind: 'end', exit, elapsed, ...(stopped && { stopped }) };
}

function startOf({ code }: Program): Start {
  const start = evaluate(code);
  if (typeof start !== 'function') throw new TypeError('the code of a program is a function');
  return start as Start;
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
