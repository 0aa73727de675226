// `course new`: what it writes runs at once and keeps every check but the ones about what is still to be written.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noCpython } from '../cpython.ts';
import { copyOfCourse } from '../small-course.ts';
import { course } from './session.ts';

test('a new lesson is listed at the end of its chapter, and the comments of course.yaml stay', async () => {
  const root = copyOfCourse();
  const list = join(root, 'lessons/course.yaml');
  const before = readFileSync(list, 'utf8');
  expect(await course(['new', 'lesson', 'one/more'], root)).toEqual({
    code: 0,
    err: '',
    out:
      'wrote  lessons/one/more.mdx\nwrote  lessons/course.yaml (now lists it)\n' +
      'next: npm run course -- new snippet one/more\n',
  });
  expect(readFileSync(list, 'utf8')).toBe(before.replace('      - again\n', '      - again\n      - more\n'));
});

test('a new snippet holds at once in TypeScript', async () => {
  const root = copyOfCourse();
  await course(['new', 'snippet', 'one/more'], root);
  expect(await course(['run', 'one/more', '--ts'], root)).toMatchObject({ code: 0, err: '' });
});

test.skipIf(noCpython)('a new lesson and its snippet, once recorded, keep every check', async () => {
  const root = copyOfCourse();
  for (const words of ['new lesson one/more', 'new snippet one/more', 'record one/more']) {
    expect(await course(words.split(' '), root)).toMatchObject({ code: 0, err: '' });
  }
  expect(await course(['check'], root)).toMatchObject({ code: 0, err: '' });
});
