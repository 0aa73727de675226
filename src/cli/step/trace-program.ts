// The trace of one program, as `course trace` prints it and `course step` walks through it: of the usual run, of the schedule that a
// token names, or of a real run under seeded pauses.
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { firstSeed } from '../../runtime/schedules/plan.ts';
import { replayOf } from '../../runtime/schedules/token-of.ts';
import { traceProgram } from '../../runtime/trace-program.ts';
import type { Trace } from '../../trace/events.ts';
import { quoted } from '../../quoted.ts';
import { flag, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { wholeNumber } from '../shell/whole-number.ts';
import { withOwnNeeds } from '../shell/own-needs.ts';
import { jobOf } from '../run/replay.ts';
import { findTarget } from '../shell/target.ts';
import type { Job } from '../shell/target.ts';

export interface TracedProgram {
  readonly title: string;
  readonly job: Job;
  /** With every line and ordinary call, where an engine runs the program under schedules. */
  readonly trace: Trace;
}

/**
 * Traces the program that the reader named; of a snippet the TypeScript twin unless `--py` is asked for, or the one that the
 * schedule is of. Throws `misuse` for a schedule that is none of it.
 */
export async function tracedProgram(invocation: Invocation): Promise<TracedProgram> {
  const { root, args, options, signal, terminal } = invocation;
  const token = text(options, 'schedule');
  const pauses = readPauses(options);
  const only = languages.filter((language) => flag(options, language));
  const language = only.length === 1 ? only[0] : undefined;
  const { title, jobs } = await findTarget({ ...invocation, name: args[0] ?? '', language, order: undefined });
  const job = token === undefined ? jobs.map(withOwnNeeds)[0] : jobOf(jobs, token);
  if (!job) throw new TypeError('there is no program');
  const how = {
    ...(token !== undefined && { replay: replayOf(job, token) }),
    ...(pauses !== undefined && { pauses }),
  };
  const onRealRun = (why: string) => terminal.warn(`a real run, on the machine's clock: ${why}\n`);
  return { title, job, trace: await traceProgram(root, job, { ...how, signal, onRealRun }) };
}

function readPauses(options: Options): number | undefined {
  const seed = wholeNumber(options, 'seed', { least: 0, most: 2 ** 32 - 1, example: firstSeed });
  const isReal = flag(options, 'real');
  if (seed !== undefined && !isReal) {
    throw new CourseError({
      what: `--seed ${seed} without --real: only the pauses of a real run have a seed`,
      fix: `take a real run: --real --seed ${seed}; a schedule has a token: --schedule TOKEN`,
      kind: 'misuse',
    });
  }
  return isReal ? (seed ?? firstSeed) : undefined;
}

/** The program and its schedule as the reader named them, to be typed again after another command. */
export function named({ args, options }: Invocation): string {
  const values = (['schedule', 'seed'] as const).flatMap((name) => {
    const value = text(options, name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  const flags = (['py', 'real'] as const).flatMap((name) => (flag(options, name) ? [`--${name}`] : []));
  return [quoted(args[0] ?? ''), ...flags, ...values].join(' ');
}
