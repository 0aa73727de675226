// The trace of one program, as `course trace` prints it and `course step` walks through it: of the plain run, or of the
// schedule that `--cause` and `--seed` name.
import { shownIn } from '../../runtime/schedules/plan.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { traceProgram } from '../../runtime/trace-program.ts';
import type { TraceProgramRequest } from '../../runtime/trace-program.ts';
import type { Trace } from '../../trace/events.ts';
import { flag, quoted, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { readExploring, unshown } from '../explore/options.ts';
import { findTarget } from '../shell/target.ts';
import type { Job } from '../shell/target.ts';

export interface TracedProgram {
  readonly title: string;
  readonly job: Job;
  /** With every line and ordinary call, where a virtual clock rules the program. */
  readonly trace: Trace;
}

/**
 * Traces the program that the reader named; of a snippet the TypeScript twin unless `--py` is asked for, or a cause that
 * Python alone can show. Throws `misuse` as `course explore` does.
 */
export async function tracedProgram(invocation: Invocation): Promise<TracedProgram> {
  const { root, args, options, signal, terminal } = invocation;
  const schedule = readSchedule(options);
  const { cause = 'none' } = schedule;
  const only = languages.filter((language) => flag(options, language));
  const language = only.length === 1 ? only[0] : undefined;
  const { title, jobs } = await findTarget({ ...invocation, name: args[0] ?? '', language, order: undefined });
  const job = jobs.find((one) => cause === 'threads' || shownIn(one.language).includes(cause));
  if (!job) throw unshown(cause, jobs);
  const onRealRun = (why: string) => terminal.warn(`a real run, on the machine's clock: ${why}\n`);
  return { title, job, trace: await traceProgram(root, job, { ...schedule, signal, onRealRun }) };
}

function readSchedule(options: Options): Pick<TraceProgramRequest, 'cause' | 'seed'> {
  const { cause, seed } = readExploring(options);
  if (cause !== undefined) return { cause, seed };
  if (text(options, 'seed') === undefined) return {};
  throw new CourseError({
    what: `--seed ${seed} without a cause: the plain run has no seed`,
    fix: `name the cause: --cause cpu --seed ${seed}`,
    kind: 'misuse',
  });
}

/** The program and its schedule as the reader named them, to be typed again after another command. */
export function named({ args, options }: Invocation): string {
  const schedule = (['cause', 'seed'] as const).flatMap((name) => {
    const value = text(options, name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  return [quoted(args[0] ?? ''), ...(flag(options, 'py') ? ['--py'] : []), ...schedule].join(' ');
}
