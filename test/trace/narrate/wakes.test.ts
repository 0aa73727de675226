// Threads, workers and processes run on their own: what woke each is told from what it waited for.
import { describe, expect, test } from 'vitest';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import type { TraceEvent, Wait } from '../../../src/trace/events.ts';

const at = 0;
const begun: readonly TraceEvent[] = [
  { kind: 'resume', at, strand: 0, line: 0 },
  { kind: 'create', at, strand: 1, strandKind: 'thread', name: 'A', line: 3, by: 0 },
  { kind: 'create', at, strand: 2, strandKind: 'thread', name: 'B', line: 3, by: 0 },
  { kind: 'resume', at, strand: 1, line: 3 },
  { kind: 'resume', at, strand: 2, line: 3 },
];

/** The last caption, after thread B has waited for this and what else happens has woken it. */
function wakes(on: Wait, ...others: readonly TraceEvent[]): string | undefined {
  return captionsOf([...begun, ...waited(on, ...others)]).at(-1);
}

function waited(on: Wait, ...others: readonly TraceEvent[]): TraceEvent[] {
  return [{ kind: 'suspend', at, strand: 2, line: 5, on }, ...others, { kind: 'resume', at, strand: 2, line: 5 }];
}

const release: TraceEvent = { kind: 'lock', at, strand: 1, line: 4, lock: 1, name: 'lock', how: 'release' };
const put: TraceEvent = { kind: 'channel', at, strand: 1, line: 4, channel: 1, name: 'queue', how: 'put', item: '7' };
const set: TraceEvent = { kind: 'signal', at, strand: 1, line: 4, signal: 1, name: 'event go', how: 'set' };
const message: TraceEvent = { kind: 'message', at, strand: 0, line: 9, to: 2, text: "'go'" };

describe('a thread', () => {
  test('was started by the strand that made it, whoever runs', () => {
    const starts = captionsOf(begun).filter((caption) => caption.includes(' starts at '));
    expect(starts).toEqual([
      'thread A starts at line 3: started by main',
      'thread B starts at line 3: started by main',
    ]);
  });

  test('that waits for the end of several goes on with the last one of them', () => {
    const ends = [0, 1].map((strand): TraceEvent => ({ kind: 'settle', at, strand, how: 'return' }));
    expect(wakes({ kind: 'group', call: 'Promise.all', strands: [1, 0] }, ...ends)).toBe(
      'thread B resumes at line 5: thread A has ended',
    );
  });

  test.each<[Wait, string]>([
    [{ kind: 'group', call: 'Promise.all' }, 'it awaits Promise.all'],
    [{ kind: 'group', call: 'Promise.all', strands: [1, 0] }, 'it awaits Promise.all: thread A, main'],
    [{ kind: 'strand', strand: 1, how: 'await' }, 'it awaits thread A'],
    [{ kind: 'sleep', ms: 100, repeated: true }, 'it sleeps for 0.1 s, again and again'],
    [{ kind: 'await', what: 'promise', repeated: true }, 'it awaits a promise, again and again'],
    [{ kind: 'Atomics.wait' }, 'it blocks in Atomics.wait'],
    [{ kind: 'Atomics.wait', ms: 1 }, 'it blocks in Atomics.wait, for 1 ms at most'],
  ])('that waits says for what: %j', (on, words) => {
    expect(captionsOf([...begun, ...waited(on)]).at(-2)).toBe(`thread B suspends at line 5: ${words}`);
  });

  test.each<[Wait, string, TraceEvent | undefined]>([
    [{ kind: 'sleep', ms: 100 }, ': its sleep is over', undefined],
    [{ kind: 'lock', lock: 1 }, ': thread A releases the lock at line 4', release],
    [{ kind: 'channel', channel: 1, how: 'get' }, ': thread A puts 7 into the queue at line 4', put],
    [{ kind: 'signal', signal: 1 }, ': thread A sets event go at line 4', set],
    [
      { kind: 'strand', strand: 1, how: 'join' },
      ': thread A has ended',
      { kind: 'settle', at, strand: 1, how: 'return' },
    ],
    [{ kind: 'call', name: 'recv' }, ': a message from main has come', message],
    [{ kind: 'lock', lock: 1 }, '', put],
  ])('that waits for %j resumes%s', (on, why, event) => {
    expect(wakes(on, ...(event ? [event] : []))).toBe(`thread B resumes at line 5${why}`);
  });

  test('that waits for one that has ended goes on for that', () => {
    const ended: TraceEvent = { kind: 'settle', at, strand: 1, how: 'return' };
    expect(captionsOf([...begun, ended, ...waited({ kind: 'strand', strand: 1, how: 'join' })]).at(-1)).toBe(
      'thread B resumes at line 5: thread A has ended',
    );
  });

  test('whose sleep was ended by an error did not sleep to its end', () => {
    const cut = waited({ kind: 'sleep', ms: 100 }).map((event): TraceEvent =>
      event.kind === 'resume' ? { ...event, how: 'throw' } : event,
    );
    expect(captionsOf([...begun, ...cut]).at(-1)).toBe('thread B resumes at line 5 with an error');
  });

  test('is not woken by what happened before it waited', () => {
    expect(captionsOf([...begun, release, ...waited({ kind: 'lock', lock: 1 })]).at(-1)).toBe(
      'thread B resumes at line 5',
    );
  });
});

test('a task whose event loop is not told of was started by who made it, not by a thread that runs', () => {
  const events: readonly TraceEvent[] = [
    ...begun,
    { kind: 'create', at, strand: 3, strandKind: 'task', name: 'C', line: 7, by: 0 },
    { kind: 'resume', at, strand: 3, line: 7 },
  ];
  expect(captionsOf(events).at(-1)).toBe('task C starts at line 7: started by main');
});

test('a line printed by a thread is explained by who woke it, and by who started that one', () => {
  const print: TraceEvent = { kind: 'print', at, strand: 2, line: 6, stream: 'stdout', text: 'x' };
  expect(causesOf([...begun, ...waited({ kind: 'lock', lock: 1 }, release), print], 1)).toEqual([
    '"x" was printed by thread B at line 6.',
    'thread B resumed at line 5: thread A releases the lock at line 4.',
    'thread A was started by main.',
    'main started when the program started.',
  ]);
});
