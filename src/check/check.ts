// What a check is: it reads a course and answers with everything that is wrong. It never prints and never throws.
import type { Course } from '../course/course.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Lesson } from '../course/lessons.ts';
import { fixedId } from '../course/halves.ts';
import type { Snippet } from '../course/snippets.ts';
import type { CourseError } from '../error.ts';

/** What is checked: the whole course, or one snippet or lesson of it and what belongs to that. */
export interface CheckContext {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  readonly snippets: readonly Snippet[];
  readonly exercises: readonly Exercise[];
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
 * Everything in the course, or what belongs to the snippet, lesson or exercise `id`; undefined if nothing has this id. The halves
 * of a pair belong together, and so do a lesson and its exercises.
 */
export function scope(course: Course, id?: string): CheckContext | undefined {
  const all = [...course.exercises.values()];
  if (id === undefined) {
    const snippets = [...course.snippets.values()];
    return { course, lessons: course.lessons, snippets, exercises: all, whole: true };
  }
  const own = course.lessons.filter((lesson) => lesson.id === id);
  const users = course.lessons.filter((lesson) => lesson.uses.some((use) => fixedId(use.id) === fixedId(id)));
  const ids = new Set([id, ...own.flatMap((lesson) => lesson.uses.map((use) => use.id))].map(fixedId));
  const snippets = [...course.snippets.values()].filter((snippet) => ids.has(fixedId(snippet.id)));
  const lessons = [...new Set([...own, ...users])];
  const exercises = all.filter((exercise) => exercise.id === id || exercise.data.lesson === id);
  if (lessons.length + snippets.length + exercises.length === 0) return undefined;
  return { course, lessons, snippets, exercises, whole: false };
}
