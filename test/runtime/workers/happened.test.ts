// Two runs have the same state where the same threads have done the same and what depends on each other came in the same order.
import { describe, expect, it } from 'vitest';
import { Happened, everything } from '../../../src/runtime/workers/happened.ts';
import type { Touched } from '../../../src/runtime/traced/threads/requests.ts';

type Steps = readonly (readonly [thread: number, touched: Touched])[];

function stateAfter(...steps: Steps): string {
  const happened = new Happened();
  happened.begin(1, 0);
  happened.begin(2, 0);
  for (const [thread, touched] of steps) happened.touch(thread, touched);
  return happened.state('');
}

const one = (touched: Touched): Steps[number] => [1, touched];
const two = (touched: Touched): Steps[number] => [2, touched];

describe('two steps of two threads', () => {
  it('may change places where they touch different things', () => {
    const [a, b] = [one({ writes: ['x'] }), two({ writes: ['y'] })];
    expect(stateAfter(a, b)).toBe(stateAfter(b, a));
  });

  it('may change places where both only read', () => {
    const [a, b] = [one({ reads: ['x'] }), two({ reads: ['x'] })];
    expect(stateAfter(a, b)).toBe(stateAfter(b, a));
  });

  it('may not change places where one writes what the other reads or writes', () => {
    const write = one({ writes: ['x'] });
    for (const other of [two({ reads: ['x'] }), two({ writes: ['x'] }), two({ writes: [everything] })]) {
      expect(stateAfter(write, other)).not.toBe(stateAfter(other, write));
    }
  });

  it('are both in the state', () => {
    expect(stateAfter(one({ reads: ['x'] }))).not.toBe(stateAfter(one({ reads: ['x'] }), two({ reads: ['x'] })));
  });
});

it('who wrote a thing is part of what its reader has seen', () => {
  const reader = two({ reads: ['x'] });
  expect(stateAfter(one({ writes: ['x'] }), reader)).not.toBe(stateAfter(reader));
});
