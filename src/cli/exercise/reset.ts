// `course exercise reset`: begins again with the starter. It asks first, and keeps the reader's program beside it.
import { CourseError } from '../../error.ts';
import { flag } from '../shell/command.ts';
import { confirmed } from '../shell/confirm.ts';
import { exerciseOf, startedIn } from './call.ts';
import type { Call } from './call.ts';

export async function action(call: Call): Promise<number> {
  const { invocation, book } = call;
  const { terminal, json, options } = invocation;
  const exercise = exerciseOf(call);
  const [language, second] = startedIn(call, exercise);
  if (language === undefined || second !== undefined) {
    throw new CourseError({
      what: `${exercise.id} is started in both languages`,
      fix: `choose one: npm run course -- exercise reset ${exercise.id} --${language ?? 'ts'}`,
      kind: 'misuse',
    });
  }
  const path = book.pathOf(exercise, language);
  if (!flag(options, 'yes') && !(await confirmed(invocation, `Begin again with ${path}? A copy of yours is kept.`))) {
    if (invocation.signal.aborted) return 130;
    throw new CourseError({ what: `${path} is as it was`, fix: 'answer y, or add --yes', kind: 'misuse' });
  }
  const kept = book.reset(exercise, language);
  if (json) terminal.write(`${JSON.stringify({ id: exercise.id, language, written: path, kept }, undefined, 2)}\n`);
  else terminal.write(`kept   ${kept}\nwrote  ${path}\nnext: npm run course -- exercise check ${exercise.id}\n`);
  return 0;
}
