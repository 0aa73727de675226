// Both twins side by side: where their outputs part, and what the two traces show to be the difference.
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { parts, compareTwins } from '../../../src/trace/compare/compare.ts';
import { storedEvents } from '../../full-course.ts';

const rows = (id: string) => compareTwins(storedEvents(id, 'ts'), storedEvents(id, 'py'));
const differences = (id: string) =>
  rows(id).flatMap(({ text, differences: all }) => all.map(({ kind, says }) => [text, kind, says]));

const print = (strand: number, text: string, line = strand + 1, at = 0): TraceEvent => {
  return { kind: 'print', at, strand, line, stream: 'stdout', text };
};
const exit = (code: number): TraceEvent => ({ kind: 'exit', at: 0, code });
const said = (ts: readonly TraceEvent[], py: readonly TraceEvent[]) =>
  compareTwins(ts, py).flatMap(({ differences: all }) => all.map(({ kind, says }) => `${kind}: ${says}`));

describe('rows', () => {
  test('a line of both is one row, a line of one twin a row of its own, TypeScript first', () => {
    expect(rows('calls/kettle').map(({ text, by }) => [text, by.ts, by.py])).toEqual([
      ['main: calls', 'main', 'task main'],
      ['tea: starts', 'async function brew #1', undefined],
      ['main: has called', 'main', 'task main'],
      ['tea: starts', undefined, 'task main'],
      ['tea: goes on', 'async function brew #1', 'task main'],
      ['main: tea is ready', 'main', 'task main'],
      ['main: has scheduled', 'main', 'task main'],
      ['coffee: starts', 'async function brew #2', 'task brew'],
      ['coffee: goes on', 'async function brew #2', 'task brew'],
      ['main: coffee is ready', 'main', 'task main'],
      [undefined, undefined, undefined],
    ]);
  });

  test('the steps of a row end with its line, and those of a line of the other twin are none', () => {
    const [first, second, , fourth] = rows('calls/kettle');
    expect(first).toMatchObject({ ts: { from: 0, to: 3 }, py: { from: 0, to: 12 } });
    expect(second).toMatchObject({ ts: { from: 3, to: 8 }, py: { from: 12, to: 12 } });
    expect(fourth).toMatchObject({ ts: { from: 14, to: 14 }, py: { from: 15, to: 18 } });
  });

  test('a row parts where a line stands alone or a difference is named', () => {
    expect(rows('calls/kettle').flatMap((row, index) => (parts(row) ? [index] : []))).toEqual([1, 3]);
    expect(rows('calls/work-left').flatMap((row, index) => (parts(row) ? [index] : []))).toEqual([1, 3, 5, 6]);
  });

  test('lines of stdout and stderr are never the same', () => {
    const error: TraceEvent = { kind: 'print', at: 0, strand: 0, line: 1, stream: 'stderr', text: 'x' };
    expect(compareTwins([print(0, 'x')], [error]).map(({ by }) => [by.ts, by.py])).toEqual([
      ['main', undefined],
      [undefined, 'main'],
      [undefined, undefined],
    ]);
  });

  test('two equal traces have no differences', () => {
    const trace = storedEvents('calls/kettle', 'py');
    expect(said(trace, trace)).toEqual([]);
  });
});

describe('from recorded traces', () => {
  test('a call runs an async function, an await runs a coroutine inside its own task', () => {
    expect(differences('calls/kettle')).toEqual([
      [
        'tea: starts',
        'awaited coroutine',
        'in TypeScript async function brew #1 runs as soon as main calls it at line 10; in Python it has no strand of its ' +
          'own: task main runs the body itself and prints "tea: starts" at line 6, after its line 15',
      ],
    ]);
  });

  test('a task starts after its creator gives way, and an await of something settled suspends in TypeScript alone', () => {
    expect(differences('calls/busy')).toEqual([
      [
        'B: starts',
        'eager start',
        'in TypeScript async function say #2 runs as soon as main calls it at line 20; in Python task say #2 waits in ' +
          'the ready queue until task main suspends at line 22 (so do 2 more strands)',
      ],
      [
        'B: starts',
        'await yields',
        'in TypeScript async function say #1 suspends at line 11: it awaits the promise of async function pause #1, ' +
          'which is fulfilled already; in Python task say #1 runs on from line 11 to line 13 without suspending (so ' +
          'does one more strand); while it is suspended "B: starts" is printed',
      ],
    ]);
  });

  test('a coroutine that nobody awaits never runs', () => {
    expect(differences('calls/unheard')).toEqual([
      [
        'save: draft starts',
        'never started',
        'in TypeScript async function save runs as soon as main calls it at line 11; in Python it never runs: there is ' +
          'no strand for it and none of its lines',
      ],
      [
        "warning: coroutine 'save' was never awaited",
        'other line',
        `in Python task main prints "warning: coroutine 'save' was never awaited" at line 18`,
      ],
    ]);
  });

  test('a callback comes from the microtask queue or from the ready queue', () => {
    expect(differences('loop/straight-on').map(([text, kind]) => [text, kind])).toEqual([
      ['callback', 'await yields'],
      ['callback', 'callback queue'],
    ]);
    expect(differences('loop/straight-on')[1]?.[2]).toBe(
      'in TypeScript microtask callback of line 16 comes from the microtask queue, after the main program suspends at ' +
        'line 24; in Python callback print #1 from the ready queue, after task main suspends at line 17',
    );
  });

  test('microtasks run between two timers that are due; asyncio makes both timers ready first', () => {
    const [, , found] = differences('loop/two-timers');
    expect(found).toEqual([
      'task: woken',
      'timers in one turn',
      'Node empties the microtask queue after each timer, so async function sleeper resumes at line 10 before timer ' +
        'callback of line 20; asyncio puts all timers that are due into the ready queue first, so task sleeper resumes ' +
        'at line 7 after callback print',
    ]);
  });

  test('a generator is closed when its loop is left, or stays paused', () => {
    expect(differences('pauses/file')).toEqual([
      [
        'file closed',
        'closed early',
        'in TypeScript generator file, suspended at line 4, is resumed by main at line 14 and ends; in Python generator ' +
          'file stays suspended at line 4 and ends only after "after the loop"',
      ],
    ]);
  });

  test('a task that is left is cancelled, an async function runs to its end', () => {
    expect(differences('calls/work-left')[1]).toEqual([
      'work: cleans up',
      'ending',
      'in TypeScript async function work resumes at line 7 and returns; in Python task work resumes at line 8 with an ' +
        'error and is cancelled',
    ]);
  });

  test('where nothing else explains a line, both lines are said', () => {
    expect(differences('calls/asked-again').at(-1)).toEqual([
      'second: 42',
      'other line',
      'in TypeScript main prints "second: 42" at line 9; in Python task main prints "second: cannot reuse already ' +
        'awaited coroutine" at line 16',
    ]);
  });
});

describe('from a few events', () => {
  test('another order that no other difference explains', () => {
    const [a, b] = [print(0, 'a'), print(0, 'b')];
    expect(said([a, b], [b, a])).toEqual([
      'moved: in TypeScript main prints "a" at line 1 before "b"; in Python main prints it at line 1 after that line',
    ]);
  });

  test('a line that one twin prints once more', () => {
    const [a, b] = [print(0, 'a'), print(0, 'b')];
    expect(said([a, b], [a, b, a])).toEqual(['other line: in Python main prints "a" at line 1']);
    expect(said([b, a], [a, b, a])).toEqual(['other line: in Python main prints "a" at line 1']);
  });

  test('nothing of strands where a trace knows no queues: it is of a real run, and may miss a switch', () => {
    const strand = (strandKind: 'async function' | 'thread', ...more: TraceEvent[]): TraceEvent[] => [
      { kind: 'resume', at: 0, strand: 0, line: 1 },
      { kind: 'create', at: 0, strand: 1, strandKind, name: 'work', line: 1, by: 0 },
      { kind: 'resume', at: 0, strand: 1, line: 1 },
      ...more,
      print(1, 'a'),
    ];
    const waits: TraceEvent = { kind: 'suspend', at: 0, strand: 1, line: 1, on: { kind: 'call', name: 'wait' } };
    expect(said(strand('async function', waits), strand('thread'))).toEqual([]);
  });

  test('another exit code', () => {
    expect(said([exit(0)], [exit(1)])).toEqual([
      'exit code: TypeScript ends with exit code 0, Python with exit code 1',
    ]);
  });

  test('an error that nobody handles ends the program in one twin alone', () => {
    const unhandled: TraceEvent = { kind: 'unhandled', at: 0, promise: 1, message: 'Error: no' };
    expect(said([unhandled, exit(1)], [exit(0)])).toEqual([
      'unhandled: in TypeScript nobody handles an error (Error: no), and the program ends with exit code 1; in Python ' +
        'it ends with exit code 0',
    ]);
  });

  test('timers that are due at the same time', () => {
    const timer = (strand: number, text: string): TraceEvent[] => [
      { kind: 'dequeue', at: 5, queue: 'timers', job: strand },
      { kind: 'create', at: 5, strand, strandKind: 'timer callback', name: text, line: strand, by: 0 },
      { kind: 'resume', at: 5, strand, line: strand },
      print(strand, text),
      { kind: 'settle', at: 5, strand, how: 'return' },
    ];
    const set = [1, 2].map((job): TraceEvent => {
      return { kind: 'enqueue', at: 0, queue: 'timers', job, what: { kind: 'callback', of: 'timer' }, by: 0, due: 5 };
    });
    const twin = (...strands: TraceEvent[][]): TraceEvent[] => [
      { kind: 'resume', at: 0, strand: 0, line: 1 },
      ...set,
      { kind: 'settle', at: 0, strand: 0, how: 'return' },
      ...strands.flat(),
    ];
    expect(said(twin(timer(1, 'a'), timer(2, 'b')), twin(timer(2, 'b'), timer(1, 'a')))).toEqual([
      'equal timers: both timers are due at 5 ms: in TypeScript "a" comes before "b", in Python "b" before "a"',
    ]);
  });
});
