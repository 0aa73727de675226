// Which line of one twin stands for which of the other.
import { expect, test } from 'vitest';
import { align } from '../../../src/trace/compare/align.ts';

const show = (left: string, right: string, bonus?: (i: number, j: number) => number) =>
  align(Array.from(left), Array.from(right), bonus).map((one) => {
    const [a, b] = [one.left, one.right].map((index, side) => [left, right][side]?.[index ?? -1] ?? '.');
    return `${a}${b}`;
  });

test('equal lists stand side by side', () => expect(show('abc', 'abc')).toEqual(['aa', 'bb', 'cc']));

test('what is in one list alone stands alone, that of the left list first', () => {
  expect(show('axb', 'ayzb')).toEqual(['aa', 'x.', '.y', '.z', 'bb']);
});

test('an empty list leaves all alone', () => expect(show('', 'ab')).toEqual(['.a', '.b']));

test('of two ways of one length the one that is earlier on the right', () => {
  expect(show('ab', 'ba')).toEqual(['a.', 'bb', '.a']);
});

test('a bonus decides between ways of one length, but never against a longer one', () => {
  expect(show('ab', 'ba', (i) => (i === 0 ? 1 : 0))).toEqual(['.b', 'aa', 'b.']);
  expect(show('abc', 'bca', (i) => (i === 0 ? 1 : 0))).toEqual(['a.', 'bb', 'cc', '.a']);
});

test('equal lines are matched in the order in which they stand', () => {
  expect(show('aaa', 'aa')).toEqual(['aa', 'aa', 'a.']);
});
