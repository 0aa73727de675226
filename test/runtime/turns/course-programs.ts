// The programs of threads of the course, and of the course of the tests.
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { twins } from '../../../src/course/snippets.ts';
import { fullCourse } from '../../full-course.ts';

export const threadPrograms = [courseRoot(), fullCourse].flatMap((courseFolder) =>
  [...openCourse(courseFolder).snippets.values()].flatMap((snippet) =>
    twins(snippet)
      .filter(({ language, needs }) => language === 'py' && needs.includes('threads') && needs.length === 1)
      .map((program) => ({ path: program.path, snippet, program })),
  ),
);
