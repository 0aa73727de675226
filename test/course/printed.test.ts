// What is stored of a program's output names no folder of the machine.
import { expect, test } from 'vitest';
import { storedText } from '../../src/course/printed.ts';

const program = { file: '/home/ada/course/snippets/one/turns.ts', path: 'snippets/one/turns.ts' };

test.each([
  ['at file:///home/ada/course/snippets/one/turns.ts:3', 'at snippets/one/turns.ts:3'],
  ['File "/home/ada/course/snippets/one/turns.py", line 3', 'File "snippets/one/turns.py", line 3'],
  ['/home/ada/other', '/home/ada/other'],
])('%s', (printed, stored) => {
  expect(storedText(program, printed)).toBe(stored);
});
