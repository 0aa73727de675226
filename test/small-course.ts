// The small courses of test/fixtures/courses: one in which everything holds, and, for each fault, what differs from it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const courses = join(import.meta.dirname, 'fixtures', 'courses');

/** Folder of the course in which everything holds. Read it only. */
export const goodCourse = join(courses, 'good');

/** Folder of the reader's own programs. */
export const ownPrograms = join(import.meta.dirname, 'fixtures', 'programs');

/** A copy of the good course that also has the pair `one/total`, with its failing seeds stored. */
export function courseWithPair(): string {
  const folder = copyOfCourse();
  cpSync(join(courses, 'pair'), folder, { recursive: true });
  return folder;
}

/** A copy of the good course that also has the exercise `one/swap`. */
export function courseWithExercise(): string {
  const folder = copyOfCourse();
  cpSync(join(courses, 'exercise'), folder, { recursive: true });
  return folder;
}

/** A copy of the good course, with the files of `broken/<fault>` over it, that is gone when the test ends. */
export function copyOfCourse(fault?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-course-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(goodCourse, folder, { recursive: true });
  if (fault !== undefined) cpSync(join(courses, 'broken', fault), folder, { recursive: true });
  return folder;
}
