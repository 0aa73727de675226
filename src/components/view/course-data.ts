// The course as components see it: read once for a build, again for each page of `npm run dev`.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { openCourse, requireExercise, requireSnippet } from '../../course/course.ts';
import type { Course } from '../../course/course.ts';
import { courseRoot } from '../../course/files.ts';
import type { Exercise } from '../../course/exercises.ts';
import type { Lesson } from '../../course/lessons.ts';
import type { Snippet } from '../../course/snippets.ts';

let read: Course | undefined;

export function course(): Course {
  if (import.meta.env.DEV || read === undefined) read = openCourse(courseRoot());
  return read;
}

/** The lesson that is being rendered; undefined on the home page and outside Starlight's pages. */
export function lessonOf(locals: App.Locals): Lesson | undefined {
  const id = entryId(locals);
  return course().lessons.find((lesson) => lesson.id === id);
}

// `locals.starlightRoute` is a getter that throws outside Starlight's pages (in tests, for instance).
function entryId(locals: App.Locals): string | undefined {
  try {
    return locals.starlightRoute.entry.id;
  } catch {
    return undefined;
  }
}

/** Where the page that is being rendered names this snippet. */
export function useOf(locals: App.Locals, id: string, region?: string): Place {
  const lesson = lessonOf(locals);
  const use = lesson?.uses.find((candidate) => candidate.id === id && candidate.region === region);
  const file = lesson?.path ?? 'lessons/index.mdx';
  return use ? { file, line: use.line } : { file };
}

/** Whether readers of the lesson that is being rendered put the lines of this program in order first. */
export function isPredicted(locals: App.Locals, id: string, region?: string): boolean {
  const uses = lessonOf(locals)?.uses ?? [];
  return uses.some((use) => use.id === id && use.region === region && use.isPredicted);
}

/** The snippet of this id, or a build error at the line of the lesson that names it. */
export function snippetOf(locals: App.Locals, id: string | undefined, region?: string): Snippet {
  if (id !== undefined) return requireSnippet(course(), id, useOf(locals, id, region));
  throw new CourseError({
    what: 'a <Program> without an id',
    where: { file: lessonOf(locals)?.path ?? 'lessons/index.mdx' },
    fix: 'write <Program id="chapter/name" />',
  });
}

/** The exercise of this id, or a build error at the line of the lesson that names it. */
export function exerciseOf(locals: App.Locals, id: string): Exercise {
  const lesson = lessonOf(locals);
  const line = lesson?.exercises.find((use) => use.id === id)?.line;
  const file = lesson?.path ?? 'lessons/index.mdx';
  return requireExercise(course(), id, line === undefined ? { file } : { file, line });
}
