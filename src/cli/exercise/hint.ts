// `course exercise hint [id] [number]`: one hint at a time; nobody counts how many were asked for.
import { exerciseOf, proseLines } from './call.ts';
import { CourseError } from '../../error.ts';
import type { Call } from './call.ts';

export function action(call: Call): number {
  const { terminal, json, args } = call.invocation;
  const asked = /^\d+$/.test(call.word ?? '') ? call.word : args[2];
  const exercise = exerciseOf(asked === call.word ? { ...call, word: undefined } : call);
  const { hints } = exercise.data;
  const number = Number(asked ?? 1);
  const hint = hints[number - 1];
  if (hint === undefined) {
    throw new CourseError({
      what: `${exercise.id} has no hint ${asked}: it has ${hints.length === 1 ? 'one' : hints.length}`,
      fix: `npm run course -- exercise hint ${exercise.id} ${hints.length}`,
      kind: 'misuse',
    });
  }
  if (json) {
    terminal.write(`${JSON.stringify({ id: exercise.id, number, of: hints.length, hint }, undefined, 2)}\n`);
    return 0;
  }
  terminal.write(`Hint ${number} of ${hints.length}\n\n${proseLines(hint, terminal).join('\n')}\n\n`);
  const next = number < hints.length ? `hint ${exercise.id} ${number + 1}` : `check ${exercise.id}`;
  terminal.write(`next: npm run course -- exercise ${next}\n`);
  return 0;
}
