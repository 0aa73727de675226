// Each way in which an author can break a course is one clear error, with the fix, word for word.
import { expect, test } from 'vitest';
import { staticChecks } from '../../src/check/all.ts';
import { scope } from '../../src/check/check.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse, goodCourse } from '../small-course.ts';

async function faults(root: string): Promise<string[]> {
  const context = scope(readCourse(root));
  if (!context) throw new Error('a whole course is always in scope');
  const found = await Promise.all(staticChecks.map((check) => check.run(context)));
  return [...new Set(found.flat().map(({ message }) => message))];
}

test('the good course has no fault', async () => {
  expect(await faults(goodCourse)).toEqual([]);
});

const cases: readonly (readonly [fault: string, message: string])[] = [
  [
    'unknown-snippet',
    'lessons/one/turns.mdx:29  no snippet "one/turnz"\n  fix: did you mean "one/turns"? In this chapter: fails, turns',
  ],
];

test.each(cases)('%s', async (fault, message) => {
  expect(await faults(copyOfCourse(fault))).toEqual([message]);
});
