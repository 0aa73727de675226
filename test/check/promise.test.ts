// On what an order rests, in the words of the page.
import { expect, test } from 'vitest';
import { promiseOf } from '../../src/check/counts/promise.ts';
import type { TwinExplored } from '../../src/check/counts/schedules.ts';

const complete = { kind: 'complete', schedules: 14, causes: ['cpu'], bound: {}, pinned: false } as const;
const twin: TwinExplored = {
  schedules: 14,
  outputs: 1,
  causes: [{ cause: 'cpu', outputs: 1, coverage: complete }],
  isComplete: true,
  assumptions: [],
  realRuns: 0,
};
const assumption = { cause: 'cpu', under: 100, reason: 'they end 100 ms apart', line: 1 } as const;

test('an order that every schedule keeps is promised', () => {
  expect(promiseOf(twin)).toEqual({ word: 'promised', text: 'Tried over 14 schedules, which are all.' });
});

test('an order that rests on an assumption is usual', () => {
  expect(promiseOf({ ...twin, assumptions: [assumption] }).word).toBe('usual');
});

test('a bound that kept something out is part of the claim', () => {
  const causes = [{ cause: 'threads', outputs: 1, coverage: { ...complete, bound: { threads: 2 } } }] as const;
  expect(promiseOf({ ...twin, causes }).text).toBe('Tried over 14 schedules, all with at most 2 preemptions.');
});

test.each([
  [{ ...twin, isComplete: false }, 'Sampled over 14 schedules.'],
  [{ ...twin, schedules: 0, realRuns: 20 }, 'Held in 20 real runs under seeded pauses.'],
])('what was not tried in all ways is sampled, and never promised', (one, text) => {
  expect(promiseOf(one)).toEqual({ word: 'sampled', text });
});
