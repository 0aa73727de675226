// A claim of freedom must be borne out by schedules.
import { describe, expect, test } from 'vitest';
import { freedoms, newTally } from '../../../src/order/index.ts';
import type { Cause, Contract } from '../../../src/order/index.ts';
import { contract } from '../support.ts';

const anyOrder = contract('~ any order by latency: three downloads', '    a', '    b', '    c');
const lanes = contract('~ lane by threads: two workers', '    a1', '    a2', '~ lane', '    b1', '    b2');
const race = contract('~ either by latency: a race', '    left', '~ or', '    right');
const pair = contract(
  ...['~ any order by ties: a test', '    a', '    b', '    c'],
  '~ free: a <> c by cpu: time passes',
);

test('the freedoms of a contract come in its order', () => {
  expect(freedoms(pair).map(({ kind, cause, line }) => [kind, cause, line])).toEqual([
    ['any order', 'ties', 1],
    ['free', 'cpu', 5],
  ]);
});

describe('any order', () => {
  test('that every item used is borne out', () => {
    expect(verdicts(anyOrder, ['a b c', 'b a c', 'a c b'])).toEqual([]);
  });

  test('that never swapped is claimed in vain', () => {
    expect(verdicts(anyOrder, ['a b c', 'a b c'])).toEqual([
      'contract line 1: this block is claimed free by latency, but in 2 schedules no two of its lines ever swapped',
    ]);
  });

  test('with an item that never swapped is claimed in vain for that item', () => {
    expect(verdicts(anyOrder, ['a b c', 'b a c'])).toEqual([
      'contract line 1: "c" is claimed free by latency, but in 2 schedules it never swapped with the others',
    ]);
  });

  test('with one item in this twin claims nothing', () => {
    const twin = contract('~ any order by ties: a test', '    a', '    ~ py: b because: a test');
    expect(verdicts(twin, ['a', 'a'])).toEqual([]);
  });
});

describe('a block inside another', () => {
  const nested = contract(
    'start',
    '~ any order by latency: two downloads',
    '    ~ any order by ties: two lines of one of them',
    '        a',
    '        b',
    '    c',
    'end',
  );

  test('is not borne out by a swap of the outer one', () => {
    expect(verdicts(nested, ['start a b c end', 'start c a b end'])).toEqual([
      'contract line 3: this block is claimed free by ties, but in 2 schedules no two of its lines ever swapped',
    ]);
  });

  test('bears nothing out for the outer one', () => {
    expect(verdicts(nested, ['start a b c end', 'start b a c end'])).toEqual([
      'contract line 2: this block is claimed free by latency, but in 2 schedules no two of its lines ever swapped',
    ]);
  });
});

describe('lanes', () => {
  test('that interleaved in two ways are borne out', () => {
    expect(verdicts(lanes, ['a1 b1 a2 b2', 'a1 a2 b1 b2'])).toEqual([]);
  });

  test('that came in one way only are claimed in vain', () => {
    expect(verdicts(lanes, ['a1 b1 a2 b2', 'a1 b1 a2 b2'])).toHaveLength(1);
  });

  test('of which one always stood alone are claimed in vain for that lane', () => {
    const three = contract('~ lane by threads: a test', '    a', '~ lane', '    b', '~ lane', '    c');
    expect(verdicts(three, ['a b c', 'b a c'])).toEqual([
      'contract line 1: the lane of "c" is claimed free by threads, but in 2 schedules it never swapped with the others',
    ]);
  });

  test('of which one repeats a line have not swapped where two runs are alike', () => {
    const repeats = contract('~ lane by threads: a test', '    ~ 2 times', '        tick', '~ lane', '    b');
    expect(verdicts(repeats, ['tick b tick', 'tick b tick'])).toEqual([
      'contract line 1: this block is claimed free by threads, but in 2 schedules no two of its lines ever swapped',
    ]);
    expect(verdicts(repeats, ['tick b tick', 'b tick tick'])).toEqual([]);
  });

  test('in a repetition are compared round by round', () => {
    const rounds = contract('~ 2 times', '    ~ any order by ties: a test', '        a', '        b');
    expect(verdicts(rounds, ['a b a b'])).toHaveLength(1);
    expect(verdicts(rounds, ['a b b a'])).toEqual([]);
  });
});

describe('either', () => {
  test('of which each alternative was taken is borne out', () => {
    expect(verdicts(race, ['left', 'right'])).toEqual([]);
  });

  test('with an alternative that was never taken is claimed in vain', () => {
    expect(verdicts(race, ['left', 'left'])).toEqual([
      'contract line 3: the alternative "right" is claimed possible by latency, but it never happened in 2 schedules',
    ]);
  });
});

test('an alternative in another free block is counted by itself', () => {
  const inner = contract(
    ...['~ any order by latency: a test', '    a', '    ~ in order', '        ~ either by cpu: a race'],
    ...['            left', '        ~ or', '            right'],
  );
  expect(verdicts(inner, ['a left', 'left a'])).toEqual([
    'contract line 6: the alternative "right" is claimed possible by cpu, but it never happened in 2 schedules',
  ]);
});

test('an alternative in which this twin prints nothing claims nothing', () => {
  const silent = contract('~ either by latency: a race', '    a', '~ or', '    ~ py: b because: a test', 'end');
  const tally = newTally(silent);
  for (const output of ['a end', 'end']) tally.see(output.split(' '));
  expect(tally.verdicts(2)).toEqual([]);
  expect(tally.counts()).toMatchObject([{ pairs: [], taken: [{ name: 'a', times: 1 }] }]);
});

describe('free', () => {
  test('seen both ways is borne out', () => {
    expect(verdicts(pair, ['a b c', 'c b a'])).toEqual([]);
  });

  test('seen one way is claimed in vain', () => {
    expect(verdicts(pair, ['a b c', 'b a c'], ['cpu'])).toEqual([
      'contract line 5: "a" <> "c" is claimed free by cpu, but all 2 schedules printed "a" first',
    ]);
  });

  test('seen the other way alone is claimed in vain', () => {
    expect(verdicts(pair, ['c a b', 'c b a'], ['cpu'])).toEqual([
      'contract line 5: "a" <> "c" is claimed free by cpu, but all 2 schedules printed "c" first',
    ]);
  });

  test('printed by some schedules alone is judged by these', () => {
    const some = contract(
      ...['~ either by cpu: a test', '    a', '    b', '~ or', '    a', '~ or', '    b'],
      '~ free: a <> b by cpu: a test',
    );
    expect(verdicts(some, ['a b', 'a', 'b'], ['cpu'])).toContain(
      'contract line 8: "a" <> "b" is claimed free by cpu, but all 1 of 3 schedules that printed both printed "a" first',
    );
  });

  test('never printed together is claimed in vain', () => {
    const apart = contract('~ either by cpu: a test', '    a', '~ or', '    b', '~ free: a <> b by cpu: a test');
    expect(verdicts(apart, ['a', 'b'])).toEqual([
      'contract line 5: "a" <> "b" is claimed free by cpu, but no schedule of 2 printed both',
    ]);
  });
});

test('only the causes that were explored are judged', () => {
  expect(verdicts(pair, ['a b c', 'b a c'], ['latency'])).toEqual([]);
});

test('an output that breaks the contract bears nothing out', () => {
  expect(verdicts(race, ['left', 'right right'])).toHaveLength(1);
});

test('the counts say how often each way was seen', () => {
  const tally = newTally(lanes);
  for (const output of ['a1 b1 a2 b2', 'a1 a2 b1 b2', 'b1 a1 a2 b2']) tally.see(output.split(' '));
  expect(tally.counts()).toMatchObject([
    { pairs: [{ one: 'a1', other: 'b1', oneFirst: 2, otherFirst: 1 }], taken: [] },
  ]);
});

test('the counts of two lines say how often each came first; a line that fits both is no order', () => {
  const either = contract('<x:word>', 'b', '~ free: <x:word> <> b by cpu: a test');
  const tally = newTally(either);
  tally.see(['b', 'b']);
  expect(tally.counts()).toMatchObject([{ pairs: [{ one: '<x:word>', other: 'b', oneFirst: 0, otherFirst: 0 }] }]);
  tally.see(['a', 'b']);
  expect(tally.counts()).toEqual([
    { freedom: freedoms(either)[0], pairs: [{ one: '<x:word>', other: 'b', oneFirst: 1, otherFirst: 0 }], taken: [] },
  ]);
});

test('the counts say how often each alternative was taken', () => {
  const tally = newTally(race);
  for (const output of ['left', 'left', 'right']) tally.see([output]);
  expect(tally.counts()[0]?.taken).toEqual([
    { name: 'left', times: 2 },
    { name: 'right', times: 1 },
  ]);
});

test('an alternative of several lines counts once, and once in each round of a repetition', () => {
  const rounds = contract(
    '~ 3 times',
    '    ~ either by latency: a race',
    '        a',
    '        b',
    '    ~ or',
    '        c',
  );
  const tally = newTally(rounds);
  tally.see(['a', 'b', 'c', 'a', 'b']);
  expect(tally.counts()[0]?.taken).toEqual([
    { name: 'a', times: 2 },
    { name: 'c', times: 1 },
  ]);
});

function verdicts(claimed: Contract, outputs: readonly string[], by?: readonly Cause[]): readonly string[] {
  const tally = newTally(claimed);
  for (const output of outputs) tally.see(output.split(' '));
  return tally.verdicts(outputs.length, by).map((fault) => fault.message);
}
