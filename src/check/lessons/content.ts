// Check: the content itself can be read. The faults were found while reading; this check hands them on.
import type { Check, CheckContext } from '../check.ts';
import type { CourseError } from '../../error.ts';

export const content: Check = {
  name: 'content',
  title: 'course.yaml, front matter and files belong together',
  run: ({ course, lessons, snippets, exercises, whole }: CheckContext): readonly CourseError[] => {
    if (whole) return course.problems;
    const starts = [
      ...snippets.map(({ id }) => `snippets/${id}.`),
      ...lessons.map(({ path }) => path),
      ...exercises.map(({ path }) => path),
    ];
    return course.problems.filter(({ where }) => starts.some((start) => where?.file.startsWith(start)));
  },
};
