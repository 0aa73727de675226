// Which strand a line and a job belong to, and what jobs are called, where the engine itself has a hand in it.
import { expect, test } from 'vitest';
import type { Job, TraceEvent, TraceEventOf } from '../../../src/trace/events.ts';
import { recorder } from '../../../src/trace/recorder.ts';
import { traced } from './traced.ts';

function eventsOf(source: string): TraceEvent[] {
  const { tracer, events } = recorder();
  traced(source, { tracer });
  return events;
}

function kindOf<K extends TraceEvent['kind']>(events: readonly TraceEvent[], kind: K): TraceEventOf<K>[] {
  return events.filter((event): event is TraceEventOf<K> => event.kind === kind);
}

/** Each printed line with the name of its strand. */
function printedBy(source: string): string[] {
  const events = eventsOf(source);
  const names = new Map([[0, 'main'], ...kindOf(events, 'create').map(({ strand, name }) => [strand, name] as const)]);
  return kindOf(events, 'print').map(({ strand, line, text }) => `${text}: ${names.get(strand) ?? ''}, line ${line}`);
}

function jobs(source: string): Job[] {
  return kindOf(eventsOf(source), 'enqueue').map(({ what }) => what);
}

const delegating = `function* inner() {
  yield console.log('in');
}
function* outer() {
  yield* inner();
  console.log('out');
}
const it = outer();
it.next();
console.log('between');
it.next();
console.log('after');`;

test('what a program prints between two requests to a generator with yield* is its own', () => {
  expect(printedBy(delegating)).toEqual([
    'in: inner, line 2',
    'between: main, line 10',
    'out: outer, line 6',
    'after: main, line 12',
  ]);
});

test('with the inner generator of yield* the outer one gives way, and goes on before it', () => {
  const names = ['main', 'outer', 'inner'];
  const steps = eventsOf(delegating).flatMap((event) =>
    event.kind === 'suspend' || event.kind === 'resume' ? [`${names[event.strand] ?? ''} ${event.kind}s`] : [],
  );
  expect(steps.slice(1)).toEqual([
    'outer resumes',
    'inner resumes',
    'inner suspends',
    'outer suspends',
    'outer resumes',
    'inner resumes',
  ]);
});

test('a generator that is ended by return() resumes without an error', () => {
  const source = "const it = (function* () { try { yield 1; } finally { console.log('closed'); } })();\nit.next();\n";
  const resumed = (end: string) => kindOf(eventsOf(source + end), 'resume').at(-1);
  expect(resumed('it.return();')).not.toHaveProperty('how');
});

test('an async generator with a request in its queue does not give way at a yield', () => {
  const source = 'const it = (async function* () { yield 1; yield 2; })();\nit.next();\nit.next();';
  const waits = kindOf(eventsOf(source), 'suspend').map(({ on }) => on);
  expect(waits).toEqual([{ kind: 'await', what: 'value' }, { kind: 'await', what: 'value' }, { kind: 'yield' }]);
});

test('the then method of an awaited object runs as a strand of its own, on the line that awaited it', () => {
  const source =
    "const thenable = {\n  then(resolve) {\n    console.log('called');\n    resolve();\n  },\n};\nawait thenable;";
  const events = eventsOf(source);
  expect(kindOf(events, 'create')).toMatchObject([{ strandKind: 'microtask callback', name: 'then', line: 7, by: 0 }]);
  expect(printedBy(source)).toEqual(['called: then, line 3']);
});

test('a callback stands where its own code stands, not where it was asked for', () => {
  expect(printedBy("setTimeout(() => {\n  console.log('x');\n}, 5);")).toEqual(['x: timer callback, line 2']);
});

test('listeners that the engine calls run as strands that no strand asked for', () => {
  const events = eventsOf("process.on('exit', () => console.log('bye'));");
  expect(kindOf(events, 'create')).toEqual([
    { kind: 'create', at: 0, strand: 1, strandKind: 'callback', name: 'exit', line: 0 },
  ]);
});

test('what the engine does by itself has no author', () => {
  const events = eventsOf('const inner = Promise.resolve(1);\nawait new Promise((resolve) => resolve(inner));');
  const authors = kindOf(events, 'promise').map(({ by }) => by);
  expect(authors).toEqual([0, undefined, undefined, 0]);
});

test('an async function that returns a promise says how its own one gets the result', () => {
  const source = 'const five = Promise.resolve(5);\nasync function work() {\n  return five;\n}\nawait work();';
  const own = kindOf(eventsOf(source), 'create')[0]?.promise;
  expect(jobs(source)).toEqual([
    { kind: 'adopt', promise: own, adopts: 2, step: 'then' },
    { kind: 'adopt', promise: own, adopts: 2, step: 'result' },
    { kind: 'resume', strand: 0, line: 5 },
    { kind: 'engine', does: 'end of main' },
  ]);
});

test.each<[string, Job[]]>([
  [
    'Promise.reject(1).then(() => {}).catch(() => {});',
    [
      { kind: 'reaction', promise: 2, how: 'error', line: 1 },
      { kind: 'reaction', promise: 3, how: 'call', line: 1 },
    ],
  ],
  ['Promise.resolve(1).catch(() => {});', [{ kind: 'reaction', promise: 2, how: 'value', line: 1 }]],
  ['Promise.all([1]);', [{ kind: 'combine', call: 'Promise.all', does: 'collect', line: 1 }]],
  ['Promise.race([1]);', [{ kind: 'combine', call: 'Promise.race', does: 'settle', line: 1 }]],
  ['process.nextTick(() => {});', [{ kind: 'callback', of: 'nextTick', line: 1 }]],
  ['queueMicrotask(() => {});', [{ kind: 'callback', of: 'microtask', line: 1 }]],
  ['setTimeout(() => {}, 3);', [{ kind: 'callback', of: 'timer', ms: 3, line: 1 }]],
  ['setImmediate(function tidy() {});', [{ kind: 'callback', of: 'immediate', name: 'tidy', line: 1 }]],
  ['Promise.resolve({ then(resolve) { resolve(); } });', [{ kind: 'engine', does: 'then of object', line: 1 }]],
  ['async function* g() {}\ng().return(1);', [{ kind: 'answer', strand: 1 }]],
  ['(async () => { for await (const x of [1]) void x; })();', [{ kind: 'engine', does: 'value of iterator', line: 1 }]],
])('the jobs of %s', (source, expected) => {
  expect(jobs(source)).toEqual(expect.arrayContaining(expected));
});

test('a timer that is set back waits as a new job; the one before is cancelled', () => {
  const events = eventsOf("const t = setTimeout(() => console.log('x'), 5);\nsetTimeout(() => t.refresh(), 2);");
  const told = events.flatMap((event) => ('job' in event ? [`${event.kind} ${event.job} at ${event.at}`] : []));
  expect(told.filter((what) => !/ 3 at/.test(what))).toEqual([
    'enqueue 1 at 0',
    'enqueue 2 at 0',
    'dequeue 2 at 2',
    'cancel 1 at 2',
    'enqueue 4 at 2',
    'dequeue 4 at 7',
  ]);
});
