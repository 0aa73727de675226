// Policies: what answers at choice points, and what a run keeps of it.
import { describe, expect, test } from 'vitest';
import { attempt } from '../../../src/error.ts';
import { deviationsOf } from '../../../src/explore/decision.ts';
import type { Choice, Choose } from '../../../src/explore/decision.ts';
import { policyOf } from '../../../src/explore/policy/of-schedule.ts';
import { reader, usual } from '../../../src/explore/policy/policy.ts';
import type { Policy } from '../../../src/explore/policy/policy.ts';
import { Recorder } from '../../../src/explore/recorder.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';

/** A program with `count` choice points; in each of them a switch to another of three strands would be a preemption. */
function threeStrands(count: number): (choose: Choose) => void {
  const ways = ['a', 'b', 'c'].map((id) => ({ id }));
  return (choose) => {
    for (let index = 0; index < count; index++) choose({ cause: 'threads', options: 3, cost: 1, ways });
  };
}

function answers(policy: Policy, program = threeStrands(8)): number[] {
  const recorder = new Recorder(policy);
  program(recorder.choose);
  return recorder.end().map(({ taken }) => taken);
}

const count = (all: readonly number[]): number => all.filter((one) => one !== 0).length;

test('the usual policy takes option 0 everywhere', () => {
  expect(answers(usual)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(answers(policyOf(usualSchedule))).toEqual(answers(usual));
});

test('a reader is asked at each choice point, with its number', () => {
  expect(answers(reader((_, position) => position % 3))).toEqual([0, 1, 2, 0, 1, 2, 0, 1]);
});

describe('replay', () => {
  test('takes the deviations at their places and the usual way everywhere else', () => {
    const deviations = [
      { at: 1, take: 2 },
      { at: 6, take: 1 },
    ];
    const all = answers(policyOf({ deviations }));
    expect(all).toEqual([0, 2, 0, 0, 0, 0, 1, 0]);
    expect(deviationsOf(all.map((taken) => ({ taken })))).toEqual(deviations);
  });

  test('refuses an option that is not there', () => {
    const answer = attempt(() => answers(policyOf({ deviations: [{ at: 4, take: 3 }] })));
    expect('error' in answer && answer.error.message).toBe(
      'the schedule does not fit the run: "4-3" asks for option 3 where the last one is 2\n' +
        '  fix: take the token as it was printed; if it was, the program does not run the same way twice: fix the seed of its random numbers',
    );
  });

  test('refuses a run that ends before a deviation', () => {
    const answer = attempt(() => answers(policyOf({ deviations: [{ at: 40, take: 1 }] })));
    expect('error' in answer && answer.error.message).toBe(
      'the schedule does not fit the run: "14" is decision 40 from 0, and the run has 8\n' +
        '  fix: take the token as it was printed; if it was, the program does not run the same way twice: fix the seed of its random numbers',
    );
  });
});

describe('random', () => {
  const schedule = (seed: number) => policyOf({ deviations: [], then: { policy: 'random', seed } });

  test('the same seed gives the same answers, another one others', () => {
    expect(answers(schedule(7))).toEqual(answers(schedule(7)));
    expect(answers(schedule(7))).not.toEqual(answers(schedule(8)));
  });

  test('all options turn up about equally often', () => {
    const all = answers(schedule(1), threeStrands(3000));
    for (const option of [0, 1, 2]) {
      const share = all.filter((one) => one === option).length / all.length;
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.37);
    }
  });

  test('after deviations it draws from the next choice point on', () => {
    const deviations = [{ at: 3, take: 2 }];
    const all = answers(policyOf({ deviations, then: { policy: 'random', seed: 2 } }));
    expect(all.slice(0, 4)).toEqual([0, 0, 0, 2]);
    expect(count(all.slice(4))).toBeGreaterThan(0);
  });

  test('stays within a bound', () => {
    const seeds = Array.from({ length: 50 }, (_, seed) => seed);
    const spent = seeds.map((seed) =>
      count(answers(policyOf({ deviations: [], then: { policy: 'random', seed }, bound: { threads: 2 } }))),
    );
    expect(Math.max(...spent)).toBe(2);
  });

  test('what its deviations have spent of a bound is gone, and they are taken even where they exceed it', () => {
    const deviations = [0, 1, 2].map((at) => ({ at, take: 1 }));
    const all = answers(policyOf({ deviations, then: { policy: 'random', seed: 1 }, bound: { threads: 2 } }));
    expect(all).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('PCT', () => {
  const run = (seed: number, depth: number) =>
    answers(policyOf({ deviations: [], then: { policy: 'pct', seed, depth, length: 8 } }));
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  const switches = (all: readonly number[]) => all.filter((one, index) => index > 0 && one !== all[index - 1]).length;

  test('of depth 1 one strand has the highest priority throughout', () => {
    expect(seeds.map((seed) => new Set(run(seed, 1)).size)).toEqual(seeds.map(() => 1));
  });

  test('each strand is the highest for about as many seeds', () => {
    const first = Object.values(Object.groupBy(seeds, (seed) => run(seed, 1)[0] ?? -1)).map((all) => all?.length ?? 0);
    expect(first).toHaveLength(3);
    expect(Math.min(...first)).toBeGreaterThan(45);
  });

  test('of depth d the highest one changes at d - 1 places at most', () => {
    expect(Math.max(...seeds.map((seed) => switches(run(seed, 2))))).toBe(1);
    expect(Math.max(...seeds.map((seed) => switches(run(seed, 4))))).toBe(3);
  });
});

test('an engine never asks where there is one way, and an answer is one of the options', () => {
  const choice: Choice = { cause: 'ties', options: 1 };
  expect(() => new Recorder(usual).choose(choice)).toThrow('1 options: nothing is to be chosen');
  const choose = new Recorder(reader(() => 2)).choose;
  expect(() => choose({ ...choice, options: 2 })).toThrow('2 is none of 2 options');
});

test('a decision keeps what was asked, what was taken and what ran', () => {
  const recorder = new Recorder(reader(() => 1));
  recorder.choose({ cause: 'latency', options: 2, at: { strand: 'main', line: 3, what: 'sleep' } });
  recorder.ran({ strands: ['main'], writes: ['n'] });
  expect(recorder.end()).toEqual([
    {
      cause: 'latency',
      options: 2,
      at: { strand: 'main', line: 3, what: 'sleep' },
      taken: 1,
      step: { strands: ['main'], writes: ['n'] },
    },
  ]);
});
