// What each mark allows, in small.
import { describe, expect, test } from 'vitest';
import { checkOutput } from '../../../src/order/index.ts';
import { contract } from '../support.ts';

interface Case {
  readonly mark: string;
  readonly lines: readonly string[];
  /** Outputs, their lines parted by spaces. */
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

const cases: readonly Case[] = [
  {
    mark: 'plain lines',
    lines: ['a', '', 'b'],
    allowed: ['a b'],
    refused: ['', 'a', 'b', 'b a', 'a a b', 'a b b', 'a c b', 'A b'],
  },
  {
    mark: 'any order',
    lines: ['~ any order by latency: a test', '    a', '    b', '    c', 'd'],
    allowed: ['a b c d', 'c b a d', 'b a c d'],
    refused: ['a b d', 'a b b d', 'a b d c', 'd a b c', 'a b c c d'],
  },
  {
    mark: 'lanes',
    lines: ['~ lane by threads: a test', '    a', '    b', '~ lane', '    x', '    y', 'end'],
    allowed: ['a b x y end', 'x a y b end', 'a x y b end'],
    refused: ['b a x y end', 'a y x b end', 'a b x end'],
  },
  {
    mark: 'two rows of lanes',
    lines: ['~ lane by ties: one', '    a', '~ lane', '    b', '~ lane by ties: two', '    c', '~ lane', '    d'],
    allowed: ['a b c d', 'b a d c'],
    refused: ['a c b d', 'c d a b'],
  },
  {
    mark: 'either',
    lines: ['~ either by latency: a test', '    a', '    b', '~ or', '    c', 'd'],
    allowed: ['a b d', 'c d'],
    refused: ['a d', 'a b c d', 'd', 'c a b d'],
  },
  {
    mark: 'times',
    lines: ['~ 2 times', '    a', '    b', '~ 0 to 2 times', '    c', 'd'],
    allowed: ['a b a b d', 'a b a b c d', 'a b a b c c d'],
    refused: ['a b d', 'a a b b d', 'a b a b a b d', 'a b a b c c c d'],
  },
  {
    mark: 'times of what may be nothing',
    lines: ['~ 2 times', '    ~ 0 to 2 times', '        a', 'end'],
    allowed: ['end', 'a end', 'a a a a end'],
    refused: ['a a a a a end'],
  },
  {
    mark: 'times with room above',
    lines: ['~ any order by ties: a test', '    ~ 1 to 2 times', '        a', '    ~ 1 to 4 times', '        a', 'end'],
    allowed: ['a a end', 'a a a a a a end'],
    refused: ['a end', 'a a a a a a a end'],
  },
  {
    mark: 'alternatives that begin alike',
    lines: [
      '~ either by ties: a test',
      '    ~ 0 to 2 times',
      '        a',
      '~ or',
      '    ~ 0 to 3 times',
      '        a',
      'b',
    ],
    allowed: ['b', 'a a b', 'a a a b'],
    refused: ['a a a a b'],
  },
  {
    mark: 'in order',
    lines: ['~ any order by ties: a test', '    ~ in order', '        a', '        b', '    c'],
    allowed: ['a b c', 'a c b', 'c a b'],
    refused: ['b a c', 'c b a'],
  },
];

describe.each(cases)('$mark', ({ lines, allowed, refused }) => {
  test.each(allowed)('allows %j', (output) => {
    expect(checkOutput(contract(...lines), split(output))).toEqual([]);
  });

  test.each(refused)('refuses %j', (output) => {
    expect(checkOutput(contract(...lines), split(output))).toHaveLength(1);
  });
});

test('two ~ at the beginning stand for one', () => {
  expect(checkOutput(contract('~~ a', '~~~', '~~~~b'), ['~ a', '~~', '~~~b'])).toEqual([]);
});

test('a line of the other twin is not expected', () => {
  const twins = contract('~ ts: a because: a test', '~ py: b because: a test');
  expect(checkOutput(twins, ['a'])).toEqual([]);
});

test('a lane that is empty in this twin leaves the other lane as it is', () => {
  const lanes = contract('~ lane by ties: a test', '    a', '    b', '~ lane', '    ~ py: c because: a test');
  expect(checkOutput(lanes, ['a', 'b'])).toEqual([]);
  expect(checkOutput(lanes, ['b', 'a'])).toHaveLength(1);
});

function split(output: string): readonly string[] {
  return output === '' ? [] : output.split(' ');
}
