// `course exercise solution`: after success, one way to do it, as a diff beside the reader's own.
import { diff } from 'node:util';
import { CourseError } from '../../error.ts';
import { styled } from '../shell/terminal.ts';
import type { Style, Terminal } from '../shell/terminal.ts';
import { exerciseOf, startedIn } from './call.ts';
import type { Call } from './call.ts';
import { nextWords } from './list.ts';

export function action(call: Call): number {
  const { invocation, book } = call;
  const { terminal, json } = invocation;
  const exercise = exerciseOf({ ...call, word: call.word ?? book.lastSolved });
  const started = startedIn(call, exercise);
  const language = started.find((one) => book.isDone(exercise, one));
  if (language === undefined) {
    throw new CourseError({
      what: `${exercise.id} is not solved yet: its solution is shown beside yours once yours holds`,
      fix: `npm run course -- exercise check ${exercise.id}\nor a hint: npm run course -- exercise hint ${exercise.id}`,
      kind: 'misuse',
    });
  }
  const { path, text } = exercise.solutions[language];
  const own = book.textOf(exercise, language);
  if (json) {
    terminal.write(`${JSON.stringify({ id: exercise.id, language, solution: text, yours: own }, undefined, 2)}\n`);
    return 0;
  }
  terminal.write(`- ${book.pathOf(exercise, language)}\n+ ${path}\n\n`);
  for (const line of changes(own, text, terminal)) terminal.write(`${line}\n`);
  terminal.write(`\nnext: npm run course -- ${nextWords(call)}\n`);
  return 0;
}

const marks = {
  '-1': { sign: '- ', style: 'red' },
  '1': { sign: '+ ', style: 'green' },
  '0': { sign: '  ', style: undefined },
} as const;

/** Each line of both texts, marked by the text that alone has it. */
function changes(own: string, solution: string, terminal: Terminal): string[] {
  const lines = (text: string) => text.trimEnd().split('\n');
  return diff(lines(solution), lines(own)).map(([operation, line]) => {
    const { sign, style }: { sign: string; style: Style | undefined } = marks[`${operation}`];
    return style ? styled(terminal, style, `${sign}${line}`) : `${sign}${line}`;
  });
}
