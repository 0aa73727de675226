// The trace of a run: a hook that changes nothing, events that fit the schema, printed lines that are the output.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { traceEventSchema } from '../../../src/trace/events.ts';
import type { TraceEvent, Tracer } from '../../../src/trace/events.ts';
import { recorder } from '../../../src/trace/recorder.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { traced } from './traced.ts';

const root = join(import.meta.dirname, '../../..');
const programs = globSync('test/fixtures/{corpus/ts,traced}/*.ts', { cwd: root }).sort();

function eventsOf(source: string): TraceEvent[] {
  const { tracer, events } = recorder();
  traced(source, { tracer });
  return events;
}

/** Kind and the fields that a test is about. */
function brief(events: readonly TraceEvent[]): string[] {
  return events.map((event) => {
    switch (event.kind) {
      case 'create':
        return `create ${event.strand} ${event.strandKind} ${event.name}`;
      case 'suspend':
        return `suspend ${event.strand} line ${event.line} on ${JSON.stringify(event.on)}`;
      case 'enqueue':
        return `enqueue ${event.queue} ${event.job}: ${JSON.stringify(event.what)}`;
      case 'dequeue':
        return `dequeue ${event.queue} ${event.job}`;
      case 'print':
        return `print ${event.strand} line ${event.line} ${event.text}`;
      case 'resume':
      case 'settle':
        return `${event.kind} ${event.strand}`;
      default:
        return event.kind;
    }
  });
}

test.each(programs)('%s: a detailed trace fits the schema, and its lines are the output', (file) => {
  const program = compileFile(join(root, file));
  const { tracer, events } = recorder({ detail: true });
  const { lines } = runInRealm(program, { tracer });
  for (const event of events) traceEventSchema.parse(event);
  const prints = events.filter((event) => event.kind === 'print').map(({ text, stream }) => ({ text, stream }));
  expect(prints).toEqual(lines.map(({ text, stream }) => ({ text, stream })));
});

test.each(programs)('%s: a tracer that throws changes nothing', (file) => {
  const program = compileFile(join(root, file));
  const throwing: Tracer = Object.fromEntries(
    Object.keys(recorder({ detail: true }).tracer).map((kind) => [
      kind,
      () => {
        throw new Error('tracer');
      },
    ]),
  );
  const plain = runInRealm(program);
  expect(runInRealm(program, { tracer: throwing })).toEqual(plain);
});

test('an await is a suspension, a job and a resumption', () => {
  const source = "async function f() {\n  await null;\n  console.log('x');\n}\nf();";
  expect(brief(eventsOf(source)).slice(0, 14)).toEqual([
    'resume 0',
    'create 1 async function f',
    'resume 1',
    'suspend 1 line 2 on {"kind":"await","what":"value"}',
    'promise',
    'enqueue micro 1: {"kind":"resume","strand":1,"line":2}',
    'promise',
    'enqueue micro 2: {"kind":"engine","does":"end of main"}',
    'settle 0',
    'dequeue micro 1',
    'resume 1',
    'print 1 line 3 x',
    'promise',
    'settle 1',
  ]);
});

test('a timer says when it is due, and the clock jumps there', () => {
  const events = eventsOf("setTimeout(function ring() { console.log('ring'); }, 50);");
  expect(events.find(({ kind }) => kind === 'enqueue')).toEqual({
    kind: 'enqueue',
    at: 0,
    queue: 'timers',
    job: 1,
    what: { kind: 'callback', of: 'timer', name: 'ring', ms: 50, line: 1 },
    by: 0,
    due: 50,
  });
  expect(events.find(({ kind }) => kind === 'time')).toEqual({ kind: 'time', at: 50, to: 50 });
});

test('a line printed by a helper stands at the line that called the helper', () => {
  const events = eventsOf("const log = (text: string) => console.log(text);\n\nlog('x');");
  expect(events.find(({ kind }) => kind === 'print')).toEqual({
    kind: 'print',
    at: 0,
    strand: 0,
    line: 3,
    via: [1],
    stream: 'stdout',
    text: 'x',
  });
});

test('a cancelled timer leaves its queue', () => {
  expect(brief(eventsOf('clearTimeout(setTimeout(() => {}, 5));'))).toContain('cancel');
});

test('every job that is enqueued is dequeued or cancelled when the program ends by itself', () => {
  const events = eventsOf(
    'await new Promise((resolve) => setTimeout(resolve, 5));\nclearImmediate(setImmediate(() => {}));',
  );
  const jobs = (...kinds: TraceEvent['kind'][]) =>
    events.flatMap((event) => ('job' in event && kinds.includes(event.kind) ? [event.job] : [])).sort();
  expect(jobs('dequeue', 'cancel')).toEqual(jobs('enqueue'));
});
