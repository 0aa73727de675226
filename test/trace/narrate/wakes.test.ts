// Threads, workers and processes run on their own: what woke each is told from what it waited for.
import { describe, expect, test } from 'vitest';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';

const at = 0;
const begun: readonly TraceEvent[] = [
  { kind: 'resume', at, strand: 0, line: 0 },
  { kind: 'create', at, strand: 1, strandKind: 'thread', name: 'A', line: 3, by: 0 },
  { kind: 'create', at, strand: 2, strandKind: 'thread', name: 'B', line: 3, by: 0 },
  { kind: 'resume', at, strand: 1, line: 3 },
  { kind: 'resume', at, strand: 2, line: 3 },
];

/** The last caption, after thread B has waited for this and what else happens has woken it. */
function wakes(on: string, ...others: readonly TraceEvent[]): string | undefined {
  return captionsOf([...begun, ...waited(on, ...others)]).at(-1);
}

function waited(on: string, ...others: readonly TraceEvent[]): TraceEvent[] {
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
    expect(wakes('Promise.all(thread#1, thread#0)', ...ends)).toBe('thread B resumes at line 5: thread A has ended');
  });

  test.each<[string, string]>([
    ['Promise.all', 'it awaits Promise.all'],
    ['Promise.all(strand#1, strand#0)', 'it awaits Promise.all: thread A, main'],
    ['strand#1', 'it awaits thread A'],
    ['sleep(0.1), again and again', 'it sleeps for 0.1 s, again and again'],
    ['await, again and again', 'it awaits a promise, again and again'],
    ['Atomics.wait', 'it blocks in Atomics.wait'],
    ['Atomics.wait(1 ms)', 'it blocks in Atomics.wait, for 1 ms at most'],
  ])('that waits says for what: %s', (on, words) => {
    expect(captionsOf([...begun, ...waited(on)]).at(-2)).toBe(`thread B suspends at line 5: ${words}`);
  });

  test.each<[string, string, TraceEvent | undefined]>([
    ['sleep(0.1)', ': its sleep is over', undefined],
    ['lock#1', ': thread A releases the lock at line 4', release],
    ['channel#1', ': thread A puts 7 into the queue at line 4', put],
    ['signal#1', ': thread A sets event go at line 4', set],
    ['thread#1', ': thread A has ended', { kind: 'settle', at, strand: 1, how: 'return' }],
    ['message', ': a message from main has come', message],
    ['lock#1', '', put],
  ])('that waits for %s resumes%s', (on, why, event) => {
    expect(wakes(on, ...(event ? [event] : []))).toBe(`thread B resumes at line 5${why}`);
  });

  test('that waits for one that has ended goes on for that', () => {
    const ended: TraceEvent = { kind: 'settle', at, strand: 1, how: 'return' };
    expect(captionsOf([...begun, ended, ...waited('thread#1')]).at(-1)).toBe(
      'thread B resumes at line 5: thread A has ended',
    );
  });

  test('whose sleep was ended by an error did not sleep to its end', () => {
    const cut = waited('sleep(0.1)').map((event): TraceEvent =>
      event.kind === 'resume' ? { ...event, how: 'throw' } : event,
    );
    expect(captionsOf([...begun, ...cut]).at(-1)).toBe('thread B resumes at line 5 with an error');
  });

  test('is not woken by what happened before it waited', () => {
    expect(captionsOf([...begun, release, ...waited('lock#1')]).at(-1)).toBe('thread B resumes at line 5');
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
  expect(causesOf([...begun, ...waited('lock#1', release), print], 1)).toEqual([
    '"x" was printed by thread B at line 6.',
    'thread B resumed at line 5: thread A releases the lock at line 4.',
    'thread A was started by main.',
    'main started when the program started.',
  ]);
});
