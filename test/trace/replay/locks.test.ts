// Locks, channels, signals and messages: how they stand after each event, and what is said of them.
import { describe, expect, test } from 'vitest';
import { syncObjectLines } from '../../../src/trace/narrate/locks.ts';
import { namesOf } from '../../../src/trace/narrate/names.ts';
import { waitOf } from '../../../src/trace/narrate/waits.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import type { TraceEvent, Wait } from '../../../src/trace/events.ts';
import { stateAt } from '../../../src/trace/replay/replay.ts';

const at = 0;
const tasks: readonly TraceEvent[] = [
  { kind: 'create', at, strand: 1, strandKind: 'task', name: 'A', line: 1, by: 0 },
  { kind: 'create', at, strand: 2, strandKind: 'task', name: 'B', line: 1, by: 0 },
];

function lock(strand: number, how: 'wait' | 'acquire' | 'release', id = 1, name = 'lock seats'): TraceEvent {
  return { kind: 'lock', at, strand, line: 3, lock: id, name, how };
}

function channel(strand: number, how: 'wait' | 'put' | 'get', item?: string): TraceEvent {
  return { kind: 'channel', at, strand, line: 4, channel: 1, name: 'queue', how, ...(item !== undefined && { item }) };
}

function signal(strand: number, how: 'wait' | 'set' | 'clear' | 'notify'): TraceEvent {
  return { kind: 'signal', at, strand, line: 5, signal: 1, name: 'event ready', how };
}

/** What the panel says after these events. */
function panel(...events: readonly TraceEvent[]): string[] {
  const all = [...tasks, ...events];
  return syncObjectLines(stateAt(all, all.length), namesOf(all)).map(({ name, says }) => `${name}: ${says}`);
}

function told(...events: readonly TraceEvent[]): string[] {
  return captionsOf([...tasks, ...events]).slice(tasks.length);
}

describe('a lock', () => {
  test('is held by the strand that acquired it, while another waits', () => {
    expect(panel(lock(1, 'acquire'), lock(2, 'wait'))).toEqual(['lock seats: held by task A; task B waits']);
  });

  test('that was released and acquired by who waited is held by that strand alone', () => {
    const events = [lock(1, 'acquire'), lock(2, 'wait'), lock(1, 'release'), lock(2, 'acquire')];
    expect(panel(...events)).toEqual(['lock seats: held by task B']);
    expect(panel(...events, lock(2, 'release'))).toEqual(['lock seats: free']);
  });

  test('may have several holders, and one strand may hold it twice', () => {
    expect(panel(lock(1, 'acquire'), lock(2, 'acquire'))).toEqual(['lock seats: held by task A, task B']);
    expect(panel(lock(1, 'acquire'), lock(1, 'acquire'), lock(1, 'release'))).toEqual(['lock seats: held by task A']);
  });

  test('released by a strand that does not hold it is taken from its oldest holder', () => {
    expect(panel(lock(1, 'acquire'), lock(2, 'release'))).toEqual(['lock seats: free']);
    expect(panel(lock(2, 'release'))).toEqual(['lock seats: free']);
  });

  test('is told with its name; without one it is the lock, and numbered where there are more', () => {
    expect(told(lock(1, 'acquire'), lock(2, 'wait'), lock(1, 'release'))).toEqual([
      'task A acquires lock seats at line 3',
      'task B has to wait for lock seats at line 3: task A holds it',
      'task A releases lock seats at line 3',
    ]);
    expect(told(lock(1, 'acquire', 1, 'lock'))).toEqual(['task A acquires the lock at line 3']);
    expect(told(lock(1, 'acquire', 1, 'lock'), lock(1, 'acquire', 2, 'lock'))).toEqual([
      'task A acquires lock #1 at line 3',
      'task A acquires lock #2 at line 3',
    ]);
  });
});

describe('a channel', () => {
  test('keeps its items in their order', () => {
    expect(panel(channel(1, 'put', '1'), channel(1, 'put', '2'))).toEqual(['the queue: 1, 2']);
    expect(panel(channel(1, 'put', '1'), channel(1, 'put', '2'), channel(2, 'get', '1'))).toEqual(['the queue: 2']);
  });

  test('is told by its items', () => {
    expect(told(channel(2, 'wait'), channel(1, 'wait', '3'), channel(1, 'put', '3'), channel(2, 'get', '3'))).toEqual([
      'task B has to wait for an item of the queue at line 4',
      'task A has to wait to put 3 into the queue at line 4',
      'task A puts 3 into the queue at line 4',
      'task B takes 3 out of the queue at line 4',
    ]);
  });
});

describe('a signal', () => {
  test('is set until it is cleared', () => {
    expect(panel(signal(1, 'set'))).toEqual(['event ready: set']);
    expect(panel(signal(1, 'set'), signal(1, 'clear'))).toEqual(['event ready: not set']);
  });

  test('that notifies is not set', () => {
    expect(panel(signal(2, 'wait'), signal(1, 'notify'))).toEqual(['event ready: not set; task B waits']);
    expect(told(signal(1, 'notify'))).toEqual(['task A notifies event ready at line 5']);
  });
});

describe('a strand waits no more', () => {
  const waiting = [lock(2, 'wait'), channel(2, 'wait'), signal(2, 'wait')];

  test('once it resumes', () => {
    const events = [...waiting, { kind: 'resume', at, strand: 2, line: 3 } as const];
    expect(panel(...events)).toEqual(['lock seats: free', 'the queue: empty', 'event ready: not set']);
  });

  test('once it has ended', () => {
    const events = [...waiting, { kind: 'settle', at, strand: 2, how: 'cancel' } as const];
    expect(panel(...events)).toEqual(['lock seats: free', 'the queue: empty', 'event ready: not set']);
  });
});

test('a message is told by its sender, its text and the strand that it goes to', () => {
  const message: TraceEvent = { kind: 'message', at, strand: 1, line: 7, to: 2, text: "'go'" };
  expect(told(message)).toEqual(["task A sends 'go' to task B at line 7"]);
});

test('what a strand waits for is told by the name of the thing or strand', () => {
  const names = namesOf([...tasks, lock(1, 'acquire'), channel(1, 'put'), signal(1, 'set')]);
  const ons: Wait[] = [
    { kind: 'lock', lock: 1 },
    { kind: 'channel', channel: 1, how: 'get' },
    { kind: 'signal', signal: 1 },
    { kind: 'strand', strand: 2, how: 'await' },
    { kind: 'strand', strand: 2, how: 'join' },
  ];
  expect(ons.map((on) => waitOf(on, names).said)).toEqual([
    'it waits for lock seats',
    'it waits for the queue',
    'it waits for event ready',
    'it awaits task B',
    'it waits for task B',
  ]);
});
