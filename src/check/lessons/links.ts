// Check: lessons and snippets find each other. A lesson names snippets and regions that exist; a snippet is named by a lesson.
import { requireSnippet } from '../../course/course.ts';
import type { Course } from '../../course/course.ts';
import type { Lesson, SnippetUse } from '../../course/lessons.ts';
import { nearest } from '../../nearest.ts';
import { fixedId } from '../../course/halves.ts';
import { regionNames } from '../../course/regions.ts';
import { twins } from '../../course/snippets.ts';
import type { Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import type { Check } from '../check.ts';

export const links: Check = {
  name: 'links',
  title: 'every snippet that a lesson names exists, and every snippet is named',
  run: ({ course, lessons, snippets, whole }) => [
    ...lessons.flatMap((lesson) => faultsOfLesson(course, lesson)),
    ...(whole ? unnamed(course, snippets) : []),
  ],
};

function faultsOfLesson(course: Course, lesson: Lesson): CourseError[] {
  if (lesson.uses.length > 0) return lesson.uses.flatMap((use) => faultsOfUse(course, lesson, use));
  return [
    new CourseError({
      what: 'this lesson names no snippet',
      where: { file: lesson.path, line: lesson.before + 1 },
      fix: `npm run course -- new snippet ${lesson.id}, then write <Program id="${lesson.id}" /> below "## Predict"`,
    }),
  ];
}

function faultsOfUse(course: Course, lesson: Lesson, { id, region, line }: SnippetUse): CourseError[] {
  const where = { file: lesson.path, line };
  const found = attempt(() => requireSnippet(course, id, where));
  if ('error' in found) return course.problems.includes(found.error) ? [] : [found.error];
  if (region === undefined) return [];
  return twins(found.value).flatMap((program) => {
    const known = regionNames(program.text);
    if (known.includes(region)) return [];
    const guess = nearest(region, known);
    const have = known.length > 0 ? `It has: ${known.join(', ')}` : 'It has no regions';
    return [
      new CourseError({
        what: `${program.path} has no region "${region}"`,
        where,
        fix: guess ? `did you mean "${guess}"? ${have}` : have,
      }),
    ];
  });
}

/** A lesson that cannot be read may name anything, so then nothing is said. */
function unnamed(course: Course, snippets: readonly Snippet[]): CourseError[] {
  if (course.problems.some(({ where }) => /\.mdx?$/.test(where?.file ?? ''))) return [];
  const named = new Set(course.lessons.flatMap((lesson) => lesson.uses.map((use) => use.id)));
  return snippets
    .filter(({ id }) => !named.has(id) && !named.has(fixedId(id)))
    .map(({ id, chapter, contracts }) => {
      const what = `no lesson names the snippet "${id}"`;
      const fix = `write <Program id="${id}" /> in a lesson of the chapter "${chapter}", or delete its files`;
      return new CourseError({ what, where: { file: contracts.ts.path }, fix });
    });
}
