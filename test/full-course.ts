// The course of test/fixtures/courses/full: one of each thing that a page can show, so that no test needs the course itself for it.
// After a change to the engine its recordings are made anew as those of the course are, with COURSE_ROOT naming this folder:
// COURSE_ROOT=test/fixtures/courses/full npm run course -- record --traces
import { join } from 'node:path';

/** Its folder. Read it only. */
export const fullCourse = join(import.meta.dirname, 'fixtures', 'courses', 'full');
