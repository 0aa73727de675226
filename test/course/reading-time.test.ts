// How long a lesson takes to read.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCourse } from '../../src/course/course.ts';
import { readingMinutes } from '../../src/course/reading-time.ts';
import { copyOfCourse } from '../small-course.ts';

function minutes(change: (root: string) => void): number {
  const root = copyOfCourse();
  change(root);
  const { lessons, snippets } = readCourse(root);
  const lesson = lessons.find(({ id }) => id === 'one/turns');
  if (!lesson) throw new Error('the good course has the lesson one/turns');
  return readingMinutes(snippets, lesson);
}

const program = (words: number) => `// ${'word '.repeat(words)}\n`;

test('a short lesson takes a minute', () => expect(minutes(() => {})).toBe(1));

test('a program counts once, however often it is shown', () => {
  const change = (root: string) => writeFileSync(join(root, 'snippets/one/turns.ts'), program(400));
  expect(minutes(change)).toBe(3);
});

test('of the two languages the longer one counts', () => {
  const change = (root: string) => {
    writeFileSync(join(root, 'snippets/one/turns.ts'), program(400));
    writeFileSync(join(root, 'snippets/one/turns.py'), program(800));
  };
  expect(minutes(change)).toBe(5);
});
