// Finds the lessons that course.yaml lists and reads their front matter and the snippets that they name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CourseError } from '../error.ts';
import { findFiles, readText, shown } from './files.ts';
import { nearest } from '../nearest.ts';
import { courseSchema, lessonSchema } from './schema.ts';
import type { CourseFile, LessonData } from './schema.ts';
import { parseYaml } from './yaml.ts';

/** One place where a lesson names a snippet. */
export interface SnippetUse {
  readonly id: string;
  readonly region: string | undefined;
  readonly line: number;
  /** It stands in a `<Solution>`. */
  readonly isSolution: boolean;
  /** It stands below "## Predict": readers put its lines in order before they see them. */
  readonly isPredicted: boolean;
}

/** One place where a lesson names an exercise. */
interface ExerciseUse {
  readonly id: string;
  readonly line: number;
}

export interface Lesson {
  /** `chapter/name` */
  readonly id: string;
  readonly chapter: string;
  readonly file: string;
  readonly path: string;
  readonly data: LessonData;
  /** The MDX below the front matter. */
  readonly body: string;
  /** Lines of the file before `body`. */
  readonly before: number;
  readonly uses: readonly SnippetUse[];
  readonly exercises: readonly ExerciseUse[];
}

export function readCourseFile(root: string): { data: CourseFile; path: string } {
  const file = findFiles(root, 'lessons', 'course.yaml').get('course.yaml');
  if (file === undefined) {
    throw new CourseError({
      what: 'there is no lessons/course.yaml, the list of chapters and lessons',
      where: { file: shown(root, join(root, 'lessons')) },
      fix: 'run the command in the folder of the course, or restore the file: git checkout lessons/course.yaml',
      kind: existsSync(join(root, 'lessons')) ? 'course' : 'misuse',
    });
  }
  const path = shown(root, file);
  return { data: parseYaml({ text: readText(file), file: path }, courseSchema), path };
}

/** Reads every listed lesson, in order; what is listed twice, not listed or not there is a problem. */
export function readLessons(root: string, list: CourseFile, problems: CourseError[]): Lesson[] {
  const files = findFiles(root, 'lessons', '*/*.{md,mdx}');
  const byId = new Map<string, string>();
  for (const [name, file] of files) {
    const id = name.replace(/\.mdx?$/, '');
    const other = byId.get(id);
    if (other !== undefined) problems.push(duplicate(id, shown(root, file), shown(root, other)));
    byId.set(id, file);
  }
  const listed = list.chapters.flatMap((chapter) => chapter.lessons.map((name) => `${chapter.id}/${name}`));
  problems.push(...faultsOfList(listed, byId, root));
  return listed.flatMap((id) => {
    const file = byId.get(id);
    return file === undefined ? [] : attempt(() => readLesson(root, id, file), problems);
  });
}

function attempt<T>(read: () => T, problems: CourseError[]): T[] {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    problems.push(error);
    return [];
  }
}

function faultsOfList(listed: readonly string[], byId: Map<string, string>, root: string): CourseError[] {
  const file = 'lessons/course.yaml';
  const faults: CourseError[] = [];
  for (const [index, id] of listed.entries()) {
    if (listed.indexOf(id) !== index) {
      faults.push(
        new CourseError({
          what: `lesson "${id}" is listed twice`,
          where: { file },
          fix: `delete one of the two "${id.split('/')[1]}" below "${id.split('/')[0]}"`,
        }),
      );
    } else if (!byId.has(id)) {
      const guess = nearest(id, [...byId.keys()]);
      faults.push(
        new CourseError({
          what: `course.yaml lists the lesson "${id}", but lessons/${id}.mdx is not there`,
          where: { file },
          fix: guess ? `did you mean "${guess}"?` : `npm run course -- new lesson ${id}`,
        }),
      );
    }
  }
  for (const [id, path] of byId) {
    if (listed.includes(id)) continue;
    faults.push(
      new CourseError({
        what: `lesson "${id}" is not listed in lessons/course.yaml, so nobody can reach it`,
        where: { file: shown(root, path) },
        fix: `add "- ${id.split('/')[1]}" to the lessons of the chapter "${id.split('/')[0]}" in ${file}`,
      }),
    );
  }
  return faults;
}

function duplicate(id: string, file: string, other: string): CourseError {
  return new CourseError({
    what: `the id "${id}" is taken: ${other} has it too`,
    where: { file },
    fix: `rename or delete one of the two files`,
  });
}

function readLesson(root: string, id: string, file: string): Lesson {
  const path = shown(root, file);
  const text = readText(file);
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
  if (!match) {
    throw new CourseError({
      what: 'this lesson has no front matter',
      where: { file: path, line: 1 },
      fix: 'start the file with\n---\ntitle: …\ndescription: …\nminutes: { teach: 10, exercise: 10 }\nobjectives: [ … ]\n---',
    });
  }
  const data = parseYaml({ text: match[1] ?? '', file: path, before: 1 }, lessonSchema);
  const before = match[0].split('\n').length - 1;
  const body = text.slice(match[0].length);
  return { id, chapter: id.split('/')[0] ?? '', file, path, data, body, before, ...findUses(body, before) };
}

/** Every `<Program id="…">` and `<Exercise id="…">` outside fenced code. */
export function findUses(body: string, before: number): Pick<Lesson, 'uses' | 'exercises'> {
  const blanked = body.replaceAll(/^(```+|~~~+)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
  const uses: SnippetUse[] = [];
  const exercises: ExerciseUse[] = [];
  let isSolution = false;
  for (const match of blanked.matchAll(/<(\/?Solution|Program|Exercise)\b([^>]*)>/g)) {
    const [, by = '', attributes = ''] = match;
    if (by.endsWith('Solution')) isSolution = !by.startsWith('/');
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    if (id === undefined) continue;
    const above = blanked.slice(0, match.index);
    const line = before + above.split('\n').length;
    const isPredicted = [...above.matchAll(/^## +(.+?) *$/gm)].at(-1)?.[1] === 'Predict';
    if (by === 'Exercise') exercises.push({ id, line });
    else if (by === 'Program')
      uses.push({ id, region: /\bregion="([^"]*)"/.exec(attributes)?.[1], line, isSolution, isPredicted });
  }
  return { uses, exercises };
}
