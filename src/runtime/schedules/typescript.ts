// Runs a TypeScript program under many schedules on the traced engine, in this process, compiled once.
import { runInRealm } from '../realm/realm.ts';
import { compileFile } from '../traced/host.ts';
import type { TracedRun } from '../traced/run.ts';
import { scheduleOption } from '../traced/schedule.ts';
import type { Outcome } from '../outcome.ts';
import type { Batch } from './jobs.ts';
import { waitingAtEnd } from './waiting.ts';

type Program = ReturnType<typeof compileFile>;

/** Enough for every program that ends; one that does not is stopped, and has the exit code of timeout(1). */
const limits = { steps: 1_000_000, events: Infinity } as const;
export const stoppedExit = 124;

/** Asked now and then during a run; true ends it. */
type TimeOver = () => boolean;

/** Compiles the program in `file`. Throws a CourseError for what the engine cannot run, as each run of it does. */
export const compileTypeScript = compileFile;

/** The distinct outputs of the schedules, in the order in which they were first seen. */
export function exploreTypeScript(program: Program, { cause, seed, seeds }: Batch, isTimeOver?: TimeOver): Outcome[] {
  const found = new Map<string, { run: TracedRun; count: number; firstSeed: number }>();
  for (let next = seed; next < seed + seeds; next++) {
    const run = runOnce(program, cause, next, isTimeOver);
    const key = `${run.exit}\n${run.stdout.join('\n')}\n\0${run.stderr.join('\n')}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { run, count: 1, firstSeed: next });
  }
  return [...found.values()].map(({ run: { stdout, stderr, exit, elapsed, stopped }, count, firstSeed }) => {
    const ending = stopped ? { stderr: [...stderr, stopped.text], exit: stoppedExit } : { stderr: [...stderr], exit };
    return { stdout: [...stdout], ...ending, elapsed, count, firstSeed };
  });
}

function runOnce(program: Program, cause: Batch['cause'], seed: number, isTimeOver?: TimeOver): TracedRun {
  const options = { limits, ...scheduleOption(cause, seed) };
  return runInRealm(program, isTimeOver ? { ...options, isTimeOver } : options);
}

/** One sentence for each strand that still waits when the program has ended: "worker waits at line 5: await gate". */
export function waitingIn(program: Program, cause: Batch['cause'], seed: number): string[] {
  return waitingAtEnd(program, { limits, ...scheduleOption(cause, seed) });
}
