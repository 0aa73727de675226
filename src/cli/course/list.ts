// `course list`: the course as a table of contents, with the ids that the other commands take.
import { readCourse } from '../../course/course.ts';
import type { Chapter, Course } from '../../course/course.ts';
import type { Lesson } from '../../course/lessons.ts';
import { pairOf } from '../../course/pairs.ts';
import type { Invocation } from '../shell/command.ts';
import { padded, styled } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

export function command({ root, json, terminal }: Invocation): number {
  const course = readCourse(root);
  if (json) {
    terminal.write(`${JSON.stringify(summary(course), undefined, 2)}\n`);
    return 0;
  }
  const chapters = course.chapters.filter((chapter) => chapter.lessons.length > 0);
  for (const chapter of chapters) terminal.write(`${section(course, chapter, terminal)}\n\n`);
  const loose = unnamed(course);
  if (loose.length > 0) terminal.write(`Named by no lesson\n${loose.map((id) => `    ${id}\n`).join('')}\n`);
  const problems = course.problems.length;
  if (problems > 0)
    terminal.write(`${problems === 1 ? '1 problem' : `${problems} problems`}: npm run course -- check\n`);
  const first = [...course.lessons.flatMap((lesson) => shownIn(course, lesson)), ...course.snippets.keys()][0];
  terminal.write(`next: npm run course -- ${first ? `run ${first}` : 'new lesson <chapter>/<name>'}\n`);
  return 0;
}

function section(course: Course, chapter: Chapter, terminal: Terminal): string {
  const lines = chapter.lessons.flatMap((lesson) => {
    const { teach, exercise } = lesson.data.minutes;
    const title = `${padded(lesson.data.title, 48)} ${teach} + ${exercise} min`;
    const below = [...shownIn(course, lesson), ...lesson.exercises.map(({ id }) => `exercise ${id}`)];
    return [`  ${title}`, ...below.map((line) => styled(terminal, 'dim', `    ${line}`))];
  });
  return [styled(terminal, 'bold', chapter.title), ...lines].join('\n');
}

/** As snippetsOf, without solutions of exercises: whoever looks for a program to run must not meet them. */
function shownIn(course: Course, lesson: Lesson): string[] {
  const solutions = new Set([...course.exercises.values()].map(({ data }) => data.solution));
  return snippetsOf(
    course,
    lesson.uses.filter(({ id, isSolution }) => !isSolution && !solutions.has(id)),
  );
}

/** The ids of the programs that are named: of a pair both, the broken one first. */
function snippetsOf(course: Course, uses: Lesson['uses']): string[] {
  return [
    ...new Set(
      uses.flatMap(({ id }) => {
        const pair = pairOf(course.snippets, id);
        return pair?.fixed.id === id ? [pair.broken.id, id] : [id];
      }),
    ),
  ];
}

function unnamed(course: Course): string[] {
  const named = new Set(course.lessons.flatMap((lesson) => snippetsOf(course, lesson.uses)));
  return [...course.snippets.keys()].filter((id) => !named.has(id));
}

function summary(course: Course): object {
  return {
    title: course.title,
    chapters: course.chapters.map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.data.title,
        minutes: lesson.data.minutes,
        snippets: shownIn(course, lesson),
        exercises: lesson.exercises.map((use) => use.id),
      })),
    })),
    unnamed: unnamed(course),
    problems: course.problems.length,
  };
}
