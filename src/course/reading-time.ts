// How long a lesson takes to read: its text and, in the longer of the two languages, each program that it shows.
import type { Course } from './course.ts';
import { brokenEnding } from './halves.ts';
import type { Lesson } from './lessons.ts';
import { languages } from '../languages.ts';

const wordsPerMinute = 200;

/** Minutes, rounded up, at 200 words a minute. The exercise is not counted; its text and its solution are. */
export function readingMinutes(snippets: Course['snippets'], lesson: Lesson): number {
  const prose = lesson.body.replaceAll(/<\/?[A-Z][^>]*>/g, ' ');
  const ids = new Set(lesson.uses.flatMap(({ id }) => [id, `${id}${brokenEnding}`]));
  const shown = [...ids].flatMap((id) => snippets.get(id) ?? []);
  const programs = languages.map((language) => wordsIn(shown.map((one) => one.programs[language].text).join('\n')));
  return Math.ceil((wordsIn(prose) + Math.max(...programs)) / wordsPerMinute);
}

/** What stands between spaces and has a letter or a digit in it. */
function wordsIn(text: string): number {
  return text.match(/\S*[\p{L}\d]\S*/gu)?.length ?? 0;
}
