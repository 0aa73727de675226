// Tests of CPython itself: where there is none they are reported as skipped, and with CI set they fail.
import { courseRoot } from '../src/course/files.ts';
import { CourseError } from '../src/error.ts';
import { findCpython } from '../src/runtime/cpython/cpython.ts';

const found = await findCpython(courseRoot(), []).catch((error: unknown) => {
  if (error instanceof CourseError) return error;
  throw error;
});

/** True where tests of CPython are left out: `describe.skipIf(noCpython)`. */
export const noCpython = found instanceof CourseError && !process.env['CI'];
if (noCpython && found instanceof CourseError) console.warn(`tests of CPython are left out. ${found.message}`);
