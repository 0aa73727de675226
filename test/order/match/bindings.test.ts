// How a line is read: what its placeholders may stand for, and when two such readings are the same.
import { expect, test } from 'vitest';
import { noBindings, readings } from '../../../src/order/match/bindings.ts';
import type { Bindings } from '../../../src/order/match/bindings.ts';
import { newBudget } from '../../../src/order/match/budget.ts';
import { parsePattern } from '../../../src/order/pattern.ts';

const names = new Set(['x', 'y']);

function read(pattern: string, text: string, bound = noBindings): readonly Bindings[] {
  return readings(parsePattern(pattern, { file: 'test.order', line: 1 }), text, bound, names, newBudget());
}

const texts = (all: readonly Bindings[]) => all.map((bindings) => Object.fromEntries(bindings.texts));

test('a line is read in each way that fits', () => {
  expect(texts(read('<x:any> <y:any>', 'a b c'))).toEqual([
    { x: 'a', y: 'b c' },
    { x: 'a b', y: 'c' },
  ]);
  expect(texts(read('<x:word><y:word>', 'abc'))).toEqual([
    { x: 'a', y: 'bc' },
    { x: 'ab', y: 'c' },
  ]);
});

test('a name that is bound stands for its text alone', () => {
  const [bound] = read('<x:word>', 'a');
  expect(texts(read('<x:word> <y:word>', 'a b', bound))).toEqual([{ x: 'a', y: 'b' }]);
  expect(read('<x:word> <y:word>', 'b a', bound)).toEqual([]);
});

test('a name that stands once is not bound, so that a line has one reading', () => {
  expect(read('<z:any> <w:any>', 'a b c')).toEqual([noBindings]);
});

test('readings are the same if the same names stand for the same texts, in whatever order they were bound', () => {
  const key = (first: string, second: string) => {
    const [one] = read(first, 'a');
    return read(second, 'b', one)[0]?.key;
  };
  expect(key('<x:word>', '<y:word>')).toBe('[["x","a"],["y","b"]]');
  const [y] = read('<y:word>', 'b');
  expect(read('<x:word>', 'a', y)[0]?.key).toBe(key('<x:word>', '<y:word>'));
});

test('reading stops where the budget is at its end', () => {
  const budget = { left: 3 };
  const pattern = parsePattern('<x:any><y:any>', { file: 'test.order', line: 1 });
  expect(readings(pattern, 'a long line', noBindings, names, budget)).toEqual([]);
  expect(budget.left).toBeLessThanOrEqual(0);
});
