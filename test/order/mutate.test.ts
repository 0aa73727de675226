// The small damages that test the checker.
import { expect, test } from 'vitest';
import { checkOutput, mutationKinds, mutations, strangeLine } from '../../src/order/index.ts';
import { contract } from './support.ts';

test('an output of two lines has every kind of mutant', () => {
  expect(mutations(['a', 'b']).map(({ what, lines }) => [what, lines.join(' ')])).toEqual([
    ['drop output line 1', 'b'],
    ['double output line 1', 'a a b'],
    ['rename output line 1', 'a renamed b'],
    ['drop output line 2', 'a'],
    ['double output line 2', 'a b b'],
    ['rename output line 2', 'a b renamed'],
    ['add a line before output line 1', `${strangeLine} a b`],
    ['add a line before output line 2', `a ${strangeLine} b`],
    ['add a line before output line 3', `a b ${strangeLine}`],
    ['swap output lines 1 and 2', 'b a'],
  ]);
});

test('every kind occurs', () => {
  expect(new Set(mutations(['a', 'b']).map((mutant) => mutant.kind))).toEqual(new Set(mutationKinds));
});

test('lines are swapped with the next and with one half an output away', () => {
  const swaps = mutations(['a', 'b', 'c', 'd', 'e', 'f']).filter((mutant) => mutant.kind === 'swap');
  expect(swaps.map((mutant) => mutant.lines.join(''))).toContain('dbcaef');
  expect(swaps).toHaveLength(8);
});

test('a swap of equal lines is no mutant', () => {
  expect(mutations(['a', 'a']).some((mutant) => mutant.kind === 'swap')).toBe(false);
});

test('no mutant of an ordered output passes', () => {
  const output = ['a', 'b', 'c', 'd', 'e'];
  const passing = mutations(output).filter((mutant) => checkOutput(contract(...output), mutant.lines).length === 0);
  expect(passing).toEqual([]);
});
