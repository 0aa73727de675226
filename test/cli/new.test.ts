// `course new`: what it writes runs at once and keeps every check but the ones about what is still to be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateProse } from '../../src/check/lessons/template.ts';
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

test('a sentence of the template that is left in a lesson is an error at its line', async () => {
  const root = copyOfCourse();
  await course(['new', 'lesson', 'one/more'], root);
  const { code, err } = await course(['check', 'one/more', '--static'], root);
  for (const line of [
    'lessons/one/more.mdx  "One sentence that says what the reader will know." is the template\'s',
    'lessons/one/more.mdx:29  "The rule of the engine, and the lines that it decides." is the template\'s',
  ]) {
    expect(err).toContain(`${line}\n  fix: write it anew, for this lesson\n`);
  }
  expect(code).toBe(1);
});

test('a new snippet holds at once in TypeScript', async () => {
  const root = copyOfCourse();
  await course(['new', 'snippet', 'one/more'], root);
  expect(await course(['run', 'one/more', '--ts'], root)).toMatchObject({ code: 0, err: '' });
});

test.skipIf(noCpython)(
  'a new lesson and its snippet, once written and recorded, keep every check',
  async () => {
    const root = copyOfCourse();
    for (const words of ['new lesson one/more', 'new snippet one/more']) {
      expect(await course(words.split(' '), root)).toMatchObject({ code: 0, err: '' });
    }
    const lesson = join(root, 'lessons/one/more.mdx');
    const prose = Object.values(templateProse);
    const text = readFileSync(lesson, 'utf8');
    writeFileSync(
      lesson,
      prose.reduce((left, one) => left.replaceAll(one, one.replace(/^\w+/, 'Here')), text),
    );
    expect(await course(['record', 'one/more'], root)).toMatchObject({ code: 0, err: '' });
    expect(await course(['check'], root)).toMatchObject({ code: 0, err: '' });
  },
  120_000,
);
