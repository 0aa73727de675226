// Check: what a lesson needs is a lesson, and comes before it.
import type { Lesson } from '../../course/lessons.ts';
import { nearest } from '../../nearest.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';
import { frontMatterLine } from './front-matter.ts';

export const needs: Check = {
  name: 'needs',
  title: 'what a lesson needs comes before it',
  run: ({ course, lessons }) => {
    const order = course.lessons.map(({ id }) => id);
    const unreadable = course.problems.map(({ where }) => where?.file.replace(/\.mdx?$/, '') ?? '');
    return lessons.flatMap((lesson) =>
      lesson.data.needs
        .filter((need) => !unreadable.some((path) => path.endsWith(`/${need}`)))
        .flatMap((need) => fault(lesson, need, order)),
    );
  },
};

function fault(lesson: Lesson, need: string, order: readonly string[]): CourseError[] {
  const where = { file: lesson.path, line: frontMatterLine(lesson, need) };
  if (!order.includes(need)) {
    const guess = nearest(need, order);
    const fix = guess ? `did you mean "${guess}"?` : 'npm run course -- list shows the lessons';
    return [new CourseError({ what: `needs: there is no lesson "${need}"`, where, fix })];
  }
  if (order.indexOf(need) < order.indexOf(lesson.id)) return [];
  const what = need === lesson.id ? 'needs: a lesson cannot need itself' : `needs: "${need}" comes after this lesson`;
  return [
    new CourseError({ what, where, fix: 'delete it here, or move one of the two lessons in lessons/course.yaml' }),
  ];
}
