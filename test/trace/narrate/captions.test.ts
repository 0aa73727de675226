// Captions: what each event is called in words.
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { programs, traceOf, traceOfText } from '../traces.ts';

/** The captions of the trace of a program. */
function told(lines: readonly string[]): string[] {
  return captionsOf(traceOfText(lines.join('\n')));
}

/** The captions that speak of resumptions, without those of the start of the program. */
function resumptions(lines: readonly string[]): string[] {
  return told(lines).filter((caption) => caption.includes(' resumes at line '));
}

test.each(programs)('%s: every event has one line of words without holes', (path) => {
  const { events } = traceOf(path);
  const captions = captionsOf(events);
  expect(captions).toHaveLength(events.length);
  const holes = captions.filter((caption) => /undefined|NaN|\[object|line 0|strand \d|^\s|\s$|\.$/.test(caption));
  expect(holes.filter((caption) => !caption.includes(' prints'))).toEqual([]);
});

describe('a strand that resumes', () => {
  test('after a timer names the timer', () => {
    const source = ["import { setTimeout as sleep } from 'node:timers/promises';", 'await sleep(10);'];
    expect(resumptions(source)).toEqual(['main resumes at line 2: the timer of 10 ms is due']);
  });

  test('after an async function names its promise', () => {
    const source = ['const f = async () => { await null; };', 'await f();'];
    expect(resumptions(source).at(-1)).toBe('main resumes at line 2: the promise of async function f is fulfilled');
  });

  test('after an await of a plain value says that nothing had to come', () => {
    expect(resumptions(['await 1;'])).toEqual(['main resumes at line 1: what it awaited was settled already']);
  });

  test('because somebody asks a generator for its next value says who', () => {
    const source = ['function* g() { yield 1; yield 2; }', 'const it = g();', 'it.next();', 'it.next();'];
    expect(resumptions(source)).toContain('generator g resumes at line 1: resumed by main at line 4');
  });
});

test('strands with the same name are numbered', () => {
  const captions = told(['async function f() { await null; }', 'f();', 'f();']);
  expect(captions.filter((caption) => caption.startsWith('main creates'))).toEqual([
    'main creates async function f #1',
    'main creates async function f #2',
  ]);
});

test('a timer that is cancelled is named by its line', () => {
  expect(told(['clearTimeout(setTimeout(() => {}, 5));'])).toContain(
    'a job is cancelled in the timers: timer of line 1',
  );
});

describe('a promise', () => {
  test('is called by the strand that awaits it, or whose result it is', () => {
    const source = [
      'const { promise, resolve } = Promise.withResolvers();',
      'queueMicrotask(resolve);',
      'await promise;',
    ];
    const captions = told(source).filter((caption) => caption.includes('promise'));
    expect(captions).toEqual([
      'main suspends at line 3: it awaits a promise',
      'microtask callback resolve fulfils the promise that main awaits at line 3',
      'the promise of main is fulfilled',
    ]);
  });

  test('that adopts another one is told in words', () => {
    const source = ['new Promise((resolve) => resolve(Promise.resolve()));'];
    expect(told(source)).toContain('a job waits in the microtask queue: let a promise adopt another promise');
  });
});

test('what only other engines report is told as well', () => {
  const events: readonly TraceEvent[] = [
    { kind: 'create', at: 0, strand: 1, strandKind: 'task', name: 'B', line: 3, by: 0 },
    { kind: 'suspend', at: 0, strand: 1, line: 4, on: { kind: 'strand', strand: 0, how: 'await' } },
    { kind: 'resume', at: 0, strand: 1, line: 9, how: 'throw' },
    { kind: 'suspend', at: 0, strand: 1, line: 9, on: { kind: 'pool' } },
    { kind: 'settle', at: 0, strand: 1, how: 'cancel' },
    { kind: 'stop', at: 0, text: 'its time is over' },
  ];
  expect(captionsOf(events)).toEqual([
    'main creates task B',
    'task B suspends at line 4: it awaits main',
    'task B starts at line 9 with an error',
    'task B suspends at line 9: it waits for a job of the pool',
    'task B is cancelled',
    'the run is ended: its time is over',
  ]);
});

describe('asyncio', () => {
  const at = 0;
  const asleep: readonly TraceEvent[] = [
    { kind: 'resume', at, strand: 0, line: 0 },
    { kind: 'create', at, strand: 1, strandKind: 'task', name: 'main', line: 3, by: 0 },
    { kind: 'enqueue', at, queue: 'ready', job: 1, what: { kind: 'start', strand: 1 }, by: 0 },
    { kind: 'suspend', at, strand: 0, line: 9, on: { kind: 'runs', what: 'event loop' } },
    { kind: 'dequeue', at, queue: 'ready', job: 1 },
    { kind: 'resume', at, strand: 1, line: 3 },
    { kind: 'enqueue', at, queue: 'timers', job: 2, what: { kind: 'engine', does: 'sleep' }, by: 1, due: 10 },
    { kind: 'suspend', at, strand: 1, line: 4, on: { kind: 'sleep', ms: 10 } },
    { kind: 'dequeue', at: 10, queue: 'timers', job: 2 },
    { kind: 'enqueue', at: 10, queue: 'ready', job: 3, what: { kind: 'resume', strand: 1 }, by: 1 },
    { kind: 'dequeue', at: 10, queue: 'ready', job: 3 },
    { kind: 'resume', at: 10, strand: 1, line: 4 },
  ];

  test('a task says who scheduled it, and the timer behind the ready queue', () => {
    expect(captionsOf(asleep).filter((_, index) => asleep[index]?.kind === 'resume')).toEqual([
      'the main program starts: the program starts',
      'task main starts at line 3: scheduled by the main program',
      'task main resumes at line 4: the timer of 10 ms is due',
    ]);
  });

  test('a wait is told by what it waits for', () => {
    expect(captionsOf(asleep).filter((_, index) => asleep[index]?.kind === 'suspend')).toEqual([
      'the main program suspends at line 9: the event loop runs',
      'task main suspends at line 4: it sleeps for 0.01 s',
    ]);
  });
});
