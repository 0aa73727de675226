// Every exercise of the course, found by itself: its starter is red for the stated reason, its solution holds in every order, and each
// wrong solution is refused with its sentence. A new folder is a new test.
import { describe, expect, test } from 'vitest';
import { scope } from '../src/check/check.ts';
import { solvable } from '../src/check/exercises/solvable.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';

const course = openCourse(courseRoot());
const ids = [...course.exercises.keys()];

describe('can be solved, and not by the known mistakes', () => {
  test.for(ids.map((id) => ({ id })))('$id', { timeout: 300_000 }, async ({ id }, context) => {
    const own = scope(course, id);
    if (!own) throw new Error(`the exercise ${id} is there and yet not in scope`);
    const found = await solvable.run({ ...own, exercises: own.exercises.filter((one) => one.id === id) });
    const missing = found.find(({ kind }) => kind === 'missing');
    if (missing && process.env['CI']) throw missing;
    expect(found.filter(({ kind }) => kind !== 'missing').map(({ message }) => message)).toEqual([]);
    if (missing) context.skip(`${id} was not run: ${missing.message}`);
  });
});

test('an exercise is named as its folder', () => expect(ids.every((id) => /^[\w-]+\/[\w-]+$/.test(id))).toBe(true));
