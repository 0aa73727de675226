// Check: a reader can predict each program from what was taught before. Every API in it is introduced by the lesson that
// shows it or by one that this lesson needs; and a lesson names in its text what it introduces, for a prediction above it.
import type { Course } from '../../course/course.ts';
import type { Lesson, SnippetUse } from '../../course/lessons.ts';
import type { Program } from '../../course/snippets.ts';
import { twins } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { nearest } from '../../nearest.ts';
import type { ApiUse } from '../apis/api-use.ts';
import { usedApis } from '../apis/used-apis.ts';
import type { Check } from '../check.ts';
import { frontMatterLine } from './front-matter.ts';

export const introduces: Check = {
  name: 'introduces',
  title: 'every API in a program is introduced in its lesson or in one that the lesson needs',
  run: ({ course, lessons }) =>
    lessons.filter(hasItsNeeds(course)).flatMap((lesson) => {
      const shown = lesson.uses.map((use) => ({ use, apis: apisOf(course, use) }));
      const before = new Map(needed(course, lesson).flatMap(({ id, data }) => data.introduces.map((name) => [name, id])));
      return [
        ...notIntroduced(course, lesson, before, shown),
        ...notUsed(lesson, before, shown),
        ...notNamed(lesson, exerciseLines(course, lesson), before, shown),
      ];
    }),
};

interface Shown {
  readonly use: SnippetUse;
  readonly apis: readonly (ApiUse & { readonly program: Program })[];
}

/** What both twins of a snippet use, and those of its broken half. */
function apisOf({ snippets }: Course, { id }: SnippetUse): Shown['apis'] {
  const programs = [snippets.get(id), snippets.get(`${id}.broken`)].flatMap((snippet) => (snippet ? twins(snippet) : []));
  return programs.flatMap((program) => readable(program).map((use) => ({ ...use, program })));
}

/** Nothing for a program that cannot be parsed: running it is the check that says so. */
function readable(program: Program): ApiUse[] {
  try {
    return usedApis(program);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof CourseError) return [];
    throw error;
  }
}

/** Where a needed lesson is missing or unreadable, other checks say so, and nobody knows what it introduces. */
function hasItsNeeds(course: Course): (lesson: Lesson) => boolean {
  const known = new Set(course.lessons.map(({ id }) => id));
  return (lesson) => [lesson, ...needed(course, lesson)].every(({ data }) => data.needs.every((need) => known.has(need)));
}

/** The lessons that `lesson` needs, and what those need. */
function needed(course: Course, lesson: Lesson): Lesson[] {
  const found = new Set<Lesson>();
  const visit = ({ data }: Lesson): void => {
    for (const need of course.lessons.filter(({ id }) => data.needs.includes(id))) {
      if (found.has(need) || need === lesson) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(lesson);
  return [...found];
}

type Before = ReadonlyMap<string, string>;

/** One fault for each API of the lesson's programs that nobody has introduced. */
function notIntroduced(course: Course, lesson: Lesson, before: Before, shown: readonly Shown[]): CourseError[] {
  const known = new Set([...course.assumes, ...before.keys(), ...lesson.data.introduces]);
  const unknown = new Map(
    shown
      .flatMap(({ apis }) => apis)
      .filter(({ name }) => !known.has(name))
      .reverse()
      .map((use) => [use.name, use]),
  );
  return [...unknown.values()].reverse().map(({ name, line, program }) => {
    const earlier = course.lessons
      .slice(0, course.lessons.indexOf(lesson))
      .find(({ data }) => data.introduces.includes(name));
    const fix = earlier
      ? `add ${earlier.id}, which introduces it, to the needs of ${lesson.path}`
      : `explain it in ${lesson.path} and add it to its introduces; if all readers know it, add it to assumes in lessons/course.yaml`;
    return new CourseError({
      what: `"${name}" is introduced neither in ${lesson.id} nor in a lesson that it needs`,
      where: { file: program.path, line },
      fix,
    });
  });
}

/** What the front matter names without need. */
function notUsed(lesson: Lesson, before: Before, shown: readonly Shown[]): CourseError[] {
  const used = [...new Set(shown.flatMap(({ apis }) => apis.map(({ name }) => name)))];
  return lesson.data.introduces.flatMap((name) => {
    const where = { file: lesson.path, line: frontMatterLine(lesson, name) };
    const other = before.get(name);
    if (other !== undefined) {
      return [new CourseError({ what: `introduces: ${other} has introduced "${name}"`, where, fix: 'delete it here' })];
    }
    if (used.includes(name)) return [];
    const guess = nearest(name, used);
    const fix = guess === undefined ? 'delete it, or show a program that uses it' : `did you mean "${guess}"?`;
    return [new CourseError({ what: `introduces: no program of this lesson uses "${name}"`, where, fix })];
  });
}

/** What the exercises of a lesson say on its page. */
function exerciseLines({ exercises }: Course, lesson: Lesson): string[] {
  return lesson.exercises.flatMap(({ id }) => {
    const { task, hints } = exercises.get(id)?.data ?? { task: '', hints: [] };
    return [task, ...hints];
  });
}

/** What the text does not name that it should explain: above a prediction what is predicted, anywhere the rest. */
function notNamed(
  lesson: Lesson,
  exercises: readonly string[],
  before: Before,
  shown: readonly Shown[],
): CourseError[] {
  const lines = lesson.body.split('\n');
  const everywhere = codeWords([...lines, ...exercises]);
  const faults = lesson.data.introduces
    .filter((name) => !names(everywhere, name))
    .map((name) => {
      const where = { file: lesson.path, line: frontMatterLine(lesson, name) };
      const fix = `explain it in the text, between backticks: \`${wordOf(name)}\``;
      return new CourseError({ what: `introduces: the text never names "${name}"`, where, fix });
    });
  for (const { use, apis } of shown.filter(({ use }) => use.isPredicted)) {
    const above = codeWords(lines.slice(0, use.line - lesson.before - 1));
    const open = new Set(apis.map(({ name }) => name).filter((name) => !before.has(name) && names(everywhere, name)));
    for (const name of open) {
      if (names(above, name) || !lesson.data.introduces.includes(name)) continue;
      const what = `the prediction needs "${name}", which the text above it does not name`;
      const fix = `explain \`${wordOf(name)}\` above <Program id="${use.id}" />`;
      faults.push(new CourseError({ what, where: { file: lesson.path, line: use.line }, fix }));
    }
  }
  return faults;
}

/** What stands between backticks, outside fenced blocks; a command explains nothing. */
function codeWords(lines: readonly string[]): string {
  const prose = lines.join('\n').replaceAll(/^(```+|~~~+)[\s\S]*?^\1/gm, '');
  const codes = [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
  return codes.filter((code) => !/^(?:npm|node|python3?) /.test(code)).join('\n');
}

/** `.next` is named as `next`, `asyncio.run` as `run` or in full, `async def` as it is. */
function wordOf(name: string): string {
  return name.split('.').at(-1) ?? name;
}

function names(code: string, name: string): boolean {
  const word = RegExp.escape(wordOf(name));
  return new RegExp(`(?<![\\w])${word}(?![\\w*])`).test(code);
}
