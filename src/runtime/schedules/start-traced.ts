// TypeScript programs under schedules, on the traced engine: in this process, compiled once, each run in a realm in which no other has
// left anything.
import { CourseError } from '../../error.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { deadlockExit } from '../exit-codes.ts';
import { suggestRealRun } from './suggestions.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { runInRealm } from '../realm/realm.ts';
import { InvalidProgram } from '../traced/compile/compile.ts';
import { compileText } from '../traced/host.ts';
import { tracedModelOf } from '../traced/model.ts';
import type { Under } from '../traced/model.ts';
import type { Program } from '../traced/program.ts';
import type { TracedRun } from '../traced/run.ts';
import { CannotRun } from './scheduled-program.ts';
import type { ScheduledOutcome, ScheduledProgram, StartRequest, StartScheduled } from './scheduled-program.ts';
import { waitingAtEnd } from './waiting.ts';

/** Enough for every program that ends; one that does not is stopped, and has the exit code of timeout(1). */
const limits = { steps: 1_000_000, events: Infinity } as const;
/** ms that one run may take. */
const timeLimit = 20_000;
/** ms after which whatever else the process has to do comes first. */
const breath = 10;

export const startTraced: StartScheduled = (_root, source, { model, signal }) =>
  Promise.try((): ScheduledProgram => {
    const own = tracedModelOf(model);
    const program = compiled(source);
    return {
      run: (schedules) => runEach(schedules, signal, (schedule) => runOnce(source, program, { model: own, schedule })),
      stop: () => Promise.resolve(),
    };
  });

function compiled(source: ProgramToTrace): Program {
  try {
    return compileText(source.text, source.file, source.path);
  } catch (error) {
    throw refusal(source, error);
  }
}

async function runEach(
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

function runOnce(source: ProgramToTrace, program: Program, under: Under): Run<ScheduledOutcome> {
  const end = performance.now() + timeLimit;
  const isTimeOver = () => performance.now() > end;
  try {
    const run = runInRealm(program, { limits, under, isTimeOver });
    const { decisions = [], pinned = false } = run.chosen ?? {};
    const waiting = run.exit === deadlockExit ? waitingAtEnd(program, { limits, under }) : undefined;
    return { decisions, pinned, outcome: outcomeOf(run, waiting) };
  } catch (error) {
    throw refusal(source, error);
  }
}

function outcomeOf(
  { stdout, stderr, exit, elapsed, stopped, chosen }: TracedRun,
  waiting?: string[],
): ScheduledOutcome {
  const path = chosen?.path;
  if (stopped) return { stdout, stderr: [...stderr, stopped.text], exit, elapsed };
  return { stdout, stderr, exit, elapsed, ...(waiting && { waiting }), ...(path && { path }) };
}

/** A schedule that does not fit is the fault of whoever asked for it. */
function refusal(source: ProgramToTrace, error: unknown): unknown {
  if (error instanceof InvalidProgram) return new CannotRun('failed', error);
  if (!(error instanceof CourseError) || error.kind === 'misuse') return error;
  const where = { ...error.where, file: source.path };
  return new CannotRun('refused', new CourseError({ what: error.what, where, fix: suggestRealRun(source) }));
}
