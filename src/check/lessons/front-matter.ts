// Where the front matter of a lesson names something, for the errors of the checks.
import { readText } from '../../course/files.ts';
import type { Lesson } from '../../course/lessons.ts';

/** The line of the file, from 1, that names `word` in the front matter; the first line if none does. */
export function frontMatterLine(lesson: Lesson, word: string): number {
  const lines = readText(lesson.file).split('\n').slice(0, lesson.before);
  return Math.max(
    1,
    lines.findIndex((line) => line.includes(word)) + 1,
  );
}
