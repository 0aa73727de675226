// What is shown to be typed again can be typed: a word with a space or a quote is quoted.
import { expect, test } from 'vitest';
import { quoted } from '../../src/quoted.ts';

test.each([
  ['one/turns', 'one/turns'],
  ['my program.ts', "'my program.ts'"],
  ["it's.ts", String.raw`'it'\''s.ts'`],
  ['$HOME.ts', "'$HOME.ts'"],
  ['程序.ts', "'程序.ts'"],
])('%s', (word, shown) => expect(quoted(word)).toBe(shown));
