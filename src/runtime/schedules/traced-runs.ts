// What the runs of TypeScript programs under schedules have in common, with one thread or with several.
import { CourseError } from '../../error.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { suggestRealRun } from './suggestions.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { InvalidProgram } from '../traced/compile/compile.ts';
import { compileText } from '../traced/host.ts';
import type { Program } from '../traced/program.ts';
import type { TracedRun } from '../traced/run.ts';
import { CannotRun } from './scheduled-program.ts';
import type { ScheduledOutcome, StartRequest } from './scheduled-program.ts';

/** Enough for every program that ends; one that does not is stopped, and has the exit code of timeout(1). */
export const runLimits = { steps: 1_000_000, events: Infinity } as const;
/** ms that one run may take. */
const timeLimit = 20_000;
/** ms after which whatever else the process has to do comes first. */
const breath = 10;

/** Throws CannotRun. */
export function compiled(source: ProgramToTrace): Program {
  try {
    return compileText(source.text, source.file, source.path);
  } catch (error) {
    throw refusal(source, error);
  }
}

/** Whether the time of a run that begins now is over. */
export function timer(): () => boolean {
  const end = performance.now() + timeLimit;
  return () => performance.now() > end;
}

export async function runEach(
  schedules: readonly Schedule[],
  signal: StartRequest['signal'],
  run: (schedule: Schedule) => Run<ScheduledOutcome>,
): Promise<Run<ScheduledOutcome>[]> {
  const runs: Run<ScheduledOutcome>[] = [];
  let pause = performance.now() + breath;
  for (const schedule of schedules) {
    if (performance.now() > pause) {
      await new Promise((resolve) => setImmediate(resolve));
      pause = performance.now() + breath;
    }
    if (signal?.aborted) break;
    runs.push(run(schedule));
  }
  return runs;
}

export function outcomeOf(
  { stdout, stderr, exit, elapsed, stopped, chosen }: TracedRun,
  waiting?: readonly string[],
): ScheduledOutcome {
  const path = chosen?.path;
  if (stopped) return { stdout, stderr: [...stderr, stopped.text], exit, elapsed };
  return { stdout, stderr, exit, elapsed, ...(waiting && { waiting }), ...(path && { path }) };
}

/** A schedule that does not fit is the fault of whoever asked for it. */
export function refusal(source: ProgramToTrace, error: unknown): unknown {
  if (error instanceof InvalidProgram) return new CannotRun('failed', error);
  if (!(error instanceof CourseError) || error.kind === 'misuse') return error;
  const where = { ...error.where, file: source.path };
  return new CannotRun('refused', new CourseError({ what: error.what, where, fix: suggestRealRun(source) }));
}
