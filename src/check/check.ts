// What a check is: it reads a course and answers with everything that is wrong. It never prints and never throws.
import type { Course } from '../course/course.ts';
import type { Lesson } from '../course/lessons.ts';
import { fixedId } from '../course/halves.ts';
import type { Snippet } from '../course/snippets.ts';
import type { CourseError } from '../error.ts';

/** What is checked: the whole course, or one snippet or lesson of it and what belongs to that. */
export interface CheckContext {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  readonly snippets: readonly Snippet[];
  /** False where one id was asked for: facts about the whole course are then left out. */
  readonly whole: boolean;
  /** Told what a slow check does at this moment. */
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

export interface Check {
  /** One word, for the command line. */
  readonly name: string;
  /** The fact that holds when nothing is wrong. */
  readonly title: string;
  run(context: CheckContext): Promise<readonly CourseError[]> | readonly CourseError[];
}

/**
 * Everything in the course, or what belongs to the snippet or lesson `id`; undefined if nothing has this id. The halves of
 * a pair belong together.
 */
export function scope(course: Course, id?: string): CheckContext | undefined {
  if (id === undefined) {
    return { course, lessons: course.lessons, snippets: [...course.snippets.values()], whole: true };
  }
  const own = course.lessons.filter((lesson) => lesson.id === id);
  const users = course.lessons.filter((lesson) => lesson.uses.some((use) => fixedId(use.id) === fixedId(id)));
  const ids = new Set([id, ...own.flatMap((lesson) => lesson.uses.map((use) => use.id))].map(fixedId));
  const snippets = [...course.snippets.values()].filter((snippet) => ids.has(fixedId(snippet.id)));
  const lessons = [...new Set([...own, ...users])];
  return lessons.length + snippets.length === 0 ? undefined : { course, lessons, snippets, whole: false };
}
