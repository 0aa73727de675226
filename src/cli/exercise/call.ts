// What the actions of `course exercise` share: which exercise is meant, in which languages, and how it is named.
import { requireExercise } from '../../course/course.ts';
import type { Course } from '../../course/course.ts';
import type { Exercise } from '../../course/exercises.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { flag } from '../shell/command.ts';
import type { Invocation } from '../shell/command.ts';
import { wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';
import type { Workbook } from './workbook.ts';

export interface Call {
  readonly invocation: Invocation;
  readonly course: Course;
  readonly book: Workbook;
  /** The word after the action: an id, a file or a folder. */
  readonly word: string | undefined;
}

/** The languages that `--ts` and `--py` name; undefined where neither or both are given. */
export function onlyLanguage({ invocation: { options } }: Call): Language | undefined {
  const asked = languages.filter((language) => flag(options, language));
  return asked.length === 1 ? asked[0] : undefined;
}

/** The exercise of the given id, else the first one that was started and is not solved. */
export function exerciseOf(call: Call): Exercise {
  const { course, book, word } = call;
  if (word !== undefined) return requireExercise(course, word.replace(/^my\//, '').replace(/\.(ts|py)$/, ''));
  const open = [...course.exercises.values()].find((exercise) =>
    book.startedIn(exercise).some((language) => !book.isDone(exercise, language)),
  );
  if (open) return open;
  throw new CourseError({
    what: 'no exercise is started and open',
    fix: `start one: npm run course -- exercise start ${nextOpen(call)?.id ?? '<id>'}\nall: npm run course -- exercise list`,
    kind: 'misuse',
  });
}

/** The first exercise that is not solved in the reader's language. */
export function nextOpen({ course, book }: Call, language: Language = book.language ?? 'ts'): Exercise | undefined {
  return [...course.exercises.values()].find((exercise) => !book.isDone(exercise, language));
}

/** The languages of the reader's programs for an exercise. Throws `misuse` where there is none. */
export function startedIn(call: Call, exercise: Exercise): Language[] {
  const named = /\.(ts|py)$/.exec(call.word ?? '')?.[1];
  const only = onlyLanguage(call) ?? languages.find((language) => language === named);
  const started = call.book.startedIn(exercise).filter((language) => only === undefined || language === only);
  if (started.length > 0) return started;
  throw new CourseError({
    what: `${call.book.pathOf(exercise, only ?? call.book.language ?? 'ts')} is not there yet`,
    fix: `npm run course -- exercise start ${exercise.id}${only === undefined ? '' : ` --${only}`}`,
    kind: 'misuse',
  });
}

/** Lines of at most the width of the window; an empty line parts paragraphs. */
export function proseLines(text: string, terminal: Terminal, indent = ''): string[] {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapped(paragraph.replaceAll(/\s*\n\s*/g, ' '), terminal.columns - indent.length).map((line) => indent + line),
  ]);
}
