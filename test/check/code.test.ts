// Which blocks of a lesson are runnable code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { code } from '../../src/check/lessons/code.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse } from '../small-course.ts';

/** How many faults the first lesson has with this block in it. */
async function faults(block: string): Promise<number> {
  const root = copyOfCourse();
  const file = join(root, 'lessons/one/turns.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('They agree.', `They agree.\n\n${block}\n`));
  const context = scope(readCourse(root));
  return context ? (await code.run(context)).length : -1;
}

describe('is code', () => {
  test.each([
    ['a block of a language', '```ts\nlet a;\n```'],
    ['one with words for the highlighter', '```python title="a.py"\npass\n```'],
    ['one of tildes', '~~~js\nlet a;\n~~~'],
    ['one in a list', '- a\n\n  ```py\n  pass\n  ```'],
    ['one in a quotation', '> ```mjs\n> let a;\n> ```'],
    ['a statement in a block without a language', '```\nconsole.log(1)\n```'],
    ['a statement that waits', '```text\nawait print(1)\n```'],
    ['one fault for a block of two statements', '```\nprint(1)\nprint(2)\n```'],
  ])('%s', async (_, block) => expect(await faults(block)).toBe(1));
});

describe('is no code', () => {
  test.each([
    ['a shell command', '```sh\npython3 -c "print(1)"\n```'],
    ['what a program printed', '```\nprint: 1\nconsole.log is called\n```'],
    ['words between backticks', 'Write `print(1)` or `console.log(1)`.'],
    ['a statement after a block', '```\na\n```\n\nprint(1) in prose'],
  ])('%s', async (_, block) => expect(await faults(block)).toBe(0));
});
