// `course exercise start`: copies the starter into the reader's own folder and says what to do. Nothing is ever overwritten.
import type { Exercise } from '../../course/exercises.ts';
import { CourseError } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { styled } from '../shell/terminal.ts';
import { exerciseOf, nextOpen, onlyLanguage, proseLines } from './call.ts';
import type { Call } from './call.ts';

export function action(call: Call): number {
  const { invocation, book } = call;
  const { terminal, json } = invocation;
  const language = onlyLanguage(call) ?? book.language ?? 'ts';
  const exercise = call.word === undefined ? following(call, language) : exerciseOf(call);
  book.start(exercise, language);
  const path = book.pathOf(exercise, language);
  if (json) {
    terminal.write(`${JSON.stringify({ id: exercise.id, language, written: path }, undefined, 2)}\n`);
    return 0;
  }
  for (const line of taskLines(call, exercise, language)) terminal.write(`${line}\n`);
  terminal.write(`\nwrote  ${path}\nnext: npm run course -- exercise check ${exercise.id}\n`);
  return 0;
}

/** The first one that is neither solved nor started. */
function following(call: Call, language: Language): Exercise {
  const { course, book } = call;
  const fresh = [...course.exercises.values()].find(
    (one) => !book.isDone(one, language) && !book.startedIn(one).includes(language),
  );
  if (fresh) return fresh;
  const open = nextOpen(call, language);
  throw new CourseError({
    what: `every exercise is started in ${languageNames[language]}`,
    fix: `npm run course -- exercise ${open ? `check ${open.id}` : 'list'}`,
    kind: 'misuse',
  });
}

/** What to do, what must be printed, and where the lesson is. */
export function taskLines({ invocation, course }: Call, exercise: Exercise, language: Language): string[] {
  const { terminal } = invocation;
  const { data, contracts } = exercise;
  const lesson = course.lessons.find(({ id }) => id === data.lesson);
  const head = `${styled(terminal, 'bold', data.title)}  (${languageNames[language]}, lesson: ${lesson?.data.title ?? data.lesson})`;
  const rows = contracts[language].text.trimEnd().split('\n');
  return [
    head,
    '',
    ...proseLines(data.task, terminal),
    '',
    'It must print, in every order:',
    '',
    ...rows.map((row) => `  ${row}`),
  ];
}
