// Two patterns overlap if one line may fit both: a "no" is certain, since a fact about such a line is refused.
import { expect, test } from 'vitest';
import { parsePattern } from '../../../src/order/pattern.ts';
import { overlap } from '../../../src/order/read/overlap.ts';

const pattern = (text: string) => parsePattern(text, { file: 'test.order', line: 1 });

/** Asked both ways: neither pattern is the first. */
function overlaps(one: string, other: string): boolean {
  const [forward, backward] = [overlap(pattern(one), pattern(other)), overlap(pattern(other), pattern(one))];
  expect(backward).toBe(forward);
  return forward;
}

test.each([
  ['a', 'a'],
  ['took <n> ms', 'took 15.8 ms'],
  ['<n>', '-1e+5'],
  ['<n>', '<m>'],
  ['<x:word>', '<n>'],
  ['<x:word> <y:word>', '<z:any>'],
  ['<x:any> ends', 'begins <y:any>'],
  ['<x:any><y:any>', 'a'],
  ['a<x:any>b', 'a<y:word>c<z:any>'],
  ['<x:any>', 'a line of words'],
  ['<x:word>-<n>', 'Thread-1'],
  ['ab<x:any>', 'a<y:any>'],
  ['<n>1', '1<m>'],
])('%s and %s may be one line', (one, other) => expect(overlaps(one, other)).toBe(true));

test.each([
  ['a', 'b'],
  ['a', 'ab'],
  ['took <n> ms', 'took long ms'],
  ['tick <n>', 'tock <n>'],
  ['<n> ms', '<x:word> s'],
  ['<x:word>', 'two words'],
  ['<n>', 'x'],
  ['begins <x:any>', 'ends <y:any>'],
  ['<x:any> begins', '<y:any> ends'],
  ['<x:word>!', '<n>'],
  ['<x:word>a', '<y:any>b'],
])('%s and %s are never one line', (one, other) => expect(overlaps(one, other)).toBe(false));
