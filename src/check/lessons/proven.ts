// Check: something about order is proven in every lesson. A contract may be about an exit code alone; then it proves no line.
import type { Course } from '../../course/course.ts';
import type { Lesson } from '../../course/lessons.ts';
import type { Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { checkOutput } from '../../order/index.ts';
import type { Check } from '../check.ts';
import { contractOf } from '../../recorded/verdict.ts';

export const proven: Check = {
  name: 'proven',
  title: 'every lesson shows a program whose contract demands a line',
  run: ({ course, lessons }) => lessons.flatMap((lesson) => unproven(course, lesson)),
};

/** A lesson whose snippets cannot be found, or none of whose contracts can be read, is told of by the other checks. */
function unproven(course: Course, lesson: Lesson): CourseError[] {
  const { uses } = lesson;
  const snippets = uses.flatMap(({ id }) => course.snippets.get(id) ?? []);
  const [first] = snippets;
  if (!first || snippets.length < uses.length || snippets.some(demands)) return [];
  return [
    new CourseError({
      what: 'this lesson proves nothing: a program that prints no line would meet every contract that it shows',
      where: { file: lesson.path, line: uses[0]?.line ?? 1 },
      fix: `write what it must print into ${first.contracts.ts.path}`,
    }),
  ];
}

/** Whether a silent program breaks the contract in both languages. A contract that cannot be read is not judged here. */
function demands(snippet: Snippet): boolean {
  return languages.every((language) => {
    const contract = attempt(() => contractOf(snippet, language));
    return 'error' in contract || checkOutput(contract.value, []).length > 0;
  });
}
