// `course exercise list`: the exercises of each lesson, with what is started and what is solved.
import type { Exercise } from '../../course/exercises.ts';
import { languageNames, languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { padded, styled } from '../shell/terminal.ts';
import { nextOpen } from './call.ts';
import type { Call } from './call.ts';

type State = 'open' | 'started' | 'solved';

export function action(call: Call): number {
  const { invocation, course } = call;
  const { terminal, json } = invocation;
  const all = [...course.exercises.values()];
  if (json) {
    const rows = all.map((one) => ({
      id: one.id,
      lesson: one.data.lesson,
      title: one.data.title,
      kind: one.data.kind,
      ts: stateOf(call, one, 'ts'),
      py: stateOf(call, one, 'py'),
    }));
    terminal.write(`${JSON.stringify({ exercises: rows }, undefined, 2)}\n`);
    return 0;
  }
  for (const lesson of course.lessons) {
    const own = all.filter(({ data }) => data.lesson === lesson.id);
    if (own.length === 0) continue;
    terminal.write(`${styled(terminal, 'bold', lesson.data.title)}\n`);
    for (const exercise of own) terminal.write(`  ${rowOf(call, exercise)}\n`);
  }
  terminal.write(`\n${languages.map((language) => progressOf(call, language)).join(', ')}\n`);
  terminal.write(`next: npm run course -- ${nextWords(call)}\n`);
  return 0;
}

function rowOf(call: Call, exercise: Exercise): string {
  const marks = languages.flatMap((language) => {
    const state = stateOf(call, exercise, language);
    return state === 'open' ? [] : [`${languageNames[language]} ${state}`];
  });
  return `${padded(exercise.id, 36)} ${padded(exercise.data.title, 40)} ${marks.join(', ')}`.trimEnd();
}

function stateOf({ book }: Call, exercise: Exercise, language: Language): State {
  if (book.isDone(exercise, language)) return 'solved';
  return book.startedIn(exercise).includes(language) ? 'started' : 'open';
}

/** "3 of 27 solved in Python" */
export function progressOf({ course, book }: Call, language: Language): string {
  const all = [...course.exercises.values()];
  const solved = all.filter((one) => book.isDone(one, language)).length;
  return `${solved} of ${all.length} solved in ${languageNames[language]}`;
}

/** The next command: to check what is started, else to start what comes next. */
export function nextWords(call: Call): string {
  const { book } = call;
  const next = nextOpen(call);
  if (!next) return 'list';
  return `exercise ${book.startedIn(next).length > 0 ? 'check' : 'start'} ${next.id}`;
}
