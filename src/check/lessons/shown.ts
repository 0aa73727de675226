// Check: every contract is shown to readers. A prediction alone shows the programs without it.
import { fixedId } from '../../course/halves.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';

export const shown: Check = {
  name: 'shown',
  title: 'every contract is shown in a lesson',
  run: ({ course, snippets, whole }) => {
    if (!whole) return [];
    const uses = course.lessons.flatMap((lesson) => lesson.uses.map((use) => ({ ...use, path: lesson.path })));
    const open = new Set(uses.filter(({ by }) => by === 'Snippet').map(({ id }) => id));
    return snippets
      .filter(({ id }) => !open.has(id) && !open.has(fixedId(id)))
      .flatMap(({ id }) => {
        const use = uses.find((one) => one.id === id);
        if (!use) return []; // the check of the links says so
        return [
          new CourseError({
            what: `no lesson shows the contract of "${id}": it is only predicted`,
            where: { file: use.path, line: use.line },
            fix: `write <Snippet id="${id}" /> below "## Run"`,
          }),
        ];
      });
  },
};
