// Tokens of programs: what a token of this program, on this engine and under this model, must say, and the way back.
import { digest } from '../../course/digest.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Deviation } from '../../explore/decision.ts';
import { deviationsFor, formatToken, parseToken } from '../../explore/token.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { schedulerOf } from '../engines.ts';
import { models } from '../models.ts';
import type { Model } from '../models.ts';

type Named = Pick<Program, 'language' | 'needs' | 'text' | 'path'>;

/** The token of a schedule of the program under a model. */
export function tokenOf(program: Named, model: Model, deviations: readonly Deviation[]): string {
  return formatToken({ ...headerOf(program, model), deviations });
}

export interface Replay {
  readonly model: Model;
  readonly schedule: Schedule;
}

/** What to run for a token. Throws a CourseError (`misuse`) for a text that is none, and for a token of something else. */
export function replayOf(program: Named, text: string): Replay {
  const token = parseToken(text);
  const model = models.find((one) => one === token.model);
  if (model === undefined) {
    const what = `there is no model "${token.model}" in which a program could run`;
    throw new CourseError({ what, fix: `the models are ${models.join(', ')}`, kind: 'misuse' });
  }
  return { model, schedule: { deviations: deviationsFor(token, headerOf(program, model)) } };
}

function headerOf(program: Named, model: Model) {
  const engine = schedulerOf(program)?.name;
  if (engine !== undefined) return { engine, model, digest: digest(program.text) };
  throw new CourseError({
    what: `${program.path} needs ${program.needs.join(' and ')}: no engine runs it under schedules`,
    fix: 'leave --schedule out',
    kind: 'misuse',
  });
}
