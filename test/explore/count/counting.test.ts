// Estimates of what was not seen, and the sentences about what was.
import { describe, expect, test } from 'vitest';
import type { Bound } from '../../../src/explore/bound.ts';
import type { Coverage } from '../../../src/explore/count/coverage.ts';
import { chanceOfNew } from '../../../src/explore/count/good-turing.ts';
import { weightOf } from '../../../src/explore/count/knuth.ts';
import { compareDistance, Outputs } from '../../../src/explore/count/outputs.ts';
import { coverageSentence } from '../../../src/explore/count/sentence.ts';
import type { Decision } from '../../../src/explore/decision.ts';
import { runUnder } from '../../../src/explore/recorder.ts';
import { bruteForce, preemptions } from '../engines/reference.ts';
import { strandsProgram } from '../engines/strands.ts';

const program = strandsProgram([
  [
    { kind: 'add', name: 'n' },
    { kind: 'acquire', lock: 'L' },
    { kind: 'release', lock: 'L' },
  ],
  [
    { kind: 'acquire', lock: 'L' },
    { kind: 'add', name: 'n' },
    { kind: 'release', lock: 'L' },
  ],
]);

describe('Knuth’s estimate is right on average', () => {
  test.each<[string, Bound, number]>([
    ['without a bound', {}, bruteForce(program).schedules],
    ['within two preemptions', { threads: 2 }, bruteForce(program, preemptions(2)).schedules],
  ])('%s', (_, bound, schedules) => {
    const weights = Array.from({ length: 4000 }, (__, seed) => {
      const run = runUnder({ deviations: [], then: { policy: 'random', seed }, bound }, program);
      return weightOf(run.decisions, bound);
    });
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    expect(mean / schedules).toBeGreaterThan(0.95);
    expect(mean / schedules).toBeLessThan(1.05);
  });
});

test('Good–Turing: the share of samples whose output came once', () => {
  expect(chanceOfNew([1, 1, 5, 1, 2], 10)).toBe(0.3);
  expect(chanceOfNew([], 10)).toBe(0);
});

const decision = (taken: number, cost = 0): Decision => ({ cause: 'threads', options: 3, taken, cost });

describe('the nearest schedule of an output has', () => {
  test('the fewest deviations', () => {
    expect(compareDistance([decision(1, 1)], [decision(1), decision(1)])).toBeLessThan(0);
  });
  test('then the least cost', () => {
    expect(compareDistance([decision(2), decision(0)], [decision(0), decision(1, 1)])).toBeLessThan(0);
  });
  test('then the latest deviation', () => {
    expect(compareDistance([decision(0), decision(2)], [decision(1), decision(0)])).toBeLessThan(0);
  });
  test('then the lowest option', () => {
    expect(compareDistance([decision(1)], [decision(2)])).toBeLessThan(0);
    expect(compareDistance([decision(1)], [decision(1)])).toBe(0);
  });
});

test('outputs keep the first outcome and the nearest schedule', () => {
  const outputs = new Outputs<{ readonly text: string; readonly id: number }>(({ text }) => text);
  outputs.add({ decisions: [decision(1), decision(1)], outcome: { text: 'a', id: 1 } }, true);
  outputs.add({ decisions: [decision(0), decision(1)], outcome: { text: 'a', id: 2 } }, false);
  outputs.add({ decisions: [decision(2), decision(1)], outcome: { text: 'a', id: 3 } }, false);
  expect(outputs.all).toEqual([
    { outcome: { text: 'a', id: 1 }, nearest: [decision(0), decision(1)], schedules: 3, samples: 1 },
  ]);
});

const sampled = (schedules: number, estimate: number, chance: number): Coverage => ({
  kind: 'sampled',
  stopped: 'time',
  schedules,
  estimate: { schedules: estimate, chanceOfNew: chance },
});

test.each<[number, Coverage, string]>([
  [1, { kind: 'complete', schedules: 1, causes: [], bound: {}, pinned: false }, '1 output, complete (1 schedule)'],
  [
    6,
    { kind: 'complete', schedules: 14, causes: ['cpu'], bound: {}, pinned: false },
    '6 outputs, complete (14 schedules; cpu: any stalls)',
  ],
  [
    3,
    { kind: 'complete', schedules: 1425, causes: ['cpu', 'threads'], bound: { threads: 2 }, pinned: false },
    '3 outputs, complete (1,425 schedules; cpu: any stalls; threads: at most 2 preemptions)',
  ],
  [
    2,
    { kind: 'complete', schedules: 9, causes: ['cpu', 'threads'], bound: { cpu: 1, threads: 1 }, pinned: false },
    '2 outputs, complete (9 schedules; cpu: at most 1 stall of any length; threads: at most 1 preemption)',
  ],
  [
    4,
    { kind: 'complete', schedules: 9, causes: ['latency', 'ties', 'sets'], bound: {}, pinned: false },
    '4 outputs, complete (9 schedules; latency: any order of outside waits; ties: any order of equal deadlines; sets: any order of sets)',
  ],
  [
    2,
    { kind: 'complete', schedules: 9, causes: ['cpu'], bound: {}, pinned: true },
    '2 outputs, complete (9 schedules; cpu: any stalls; the least stalls alone before the program looks at the clock)',
  ],
  [
    3,
    { kind: 'sampled', stopped: 'choices', schedules: 201 },
    '3 outputs seen in 201 schedules, not complete: ended by the limit of choices in a run',
  ],
  [
    1,
    {
      kind: 'sampled',
      stopped: 'engine',
      why: 'it could not be run on virtual time: it had not ended after 4 s',
      schedules: 1,
    },
    '1 output seen in 1 schedule, not complete: it could not be run on virtual time: it had not ended after 4 s',
  ],
  [
    171,
    sampled(2000, 412_345, 0.0701),
    '171 outputs seen in 2,000 of about 4·10⁵ schedules (Knuth’s estimate); chance that the next one is new: 7 % (Good–Turing)',
  ],
  [
    1,
    sampled(200, 1234, 0.004),
    '1 output seen in 200 of about 1,200 schedules (Knuth’s estimate); chance that the next one is new: 0.4 % (Good–Turing)',
  ],
  [
    1,
    sampled(200, Infinity, 0),
    '1 output seen in 200 of about more than 10³⁰⁸ schedules (Knuth’s estimate); chance that the next one is new: under 0.1 % (Good–Turing)',
  ],
  [
    2,
    { kind: 'sampled', stopped: 'schedules', schedules: 30 },
    '2 outputs seen in 30 schedules, not complete: ended by the limit of schedules',
  ],
])('%i: %j', (outputs, coverage, sentence) => {
  expect(coverageSentence(outputs, coverage)).toBe(sentence);
});
