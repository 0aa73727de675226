// Stored files of programs that are no longer there: renamed or deleted, while what was recorded of them stayed.
import { findFiles, shown } from '../../course/files.ts';
import type { Course } from '../../course/course.ts';

/**
 * The paths, from the course's root, of the files of this name in any `recorded/` folder that are not among the `known` ones.
 * Those of a snippet that cannot be read are left out: what is wrong with it is said already.
 */
export function orphans({ root, problems }: Course, name: string, known: ReadonlySet<string>): string[] {
  const broken = problems.map(({ where }) => where?.file ?? '');
  return [...findFiles(root, 'snippets', `*/recorded/${name}`).values()]
    .map((file) => shown(root, file))
    .filter((path) => !known.has(path) && !broken.some((file) => file.startsWith(beside(path))));
}

/** `snippets/chapter/recorded/name.ts.json` → `snippets/chapter/name.`, and so `name.broken.json` → `name.broken.` */
function beside(path: string): string {
  return path.replace('/recorded/', '/').replace(/((ts|py)\.)?(trace\.)?json$/, '');
}
