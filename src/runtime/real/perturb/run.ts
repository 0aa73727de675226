// Runs a program on its real engine again and again, each time with pauses drawn from a seed where threads, processes and
// Workers meet: what a machine's scheduler does seldom happens often. A seed steers a real run, it does not replay it.
import { CourseError } from '../../../error.ts';
import type { RunnableProgram, RunRequest, Stop } from '../../engine.ts';
import { runProcess } from '../../process/run.ts';
import type { ProcessResult } from '../../process/run.ts';
import type { Outcome } from '../../outcome.ts';
import { perturbedCommands } from './command.ts';
import { distinctOutcomes } from './outcomes.ts';

/** How many runs a claim about threads, processes or Workers gets where nobody says otherwise. */
export const perturbedRuns = 20;

/** Runs at a time: they wait more than they compute. */
const atOnce = 4;

/** Limits of each run, and when there have been enough of them. */
export interface PerturbedRequest extends Pick<RunRequest, 'timeLimit' | 'outputLimit' | 'signal'> {
  /** Asked after each run, with the distinct outputs so far; true leaves out the seeds that have not begun. */
  readonly enough?: (soFar: readonly Outcome[]) => boolean;
}

/**
 * One real run for each seed, as long as they are not `enough`; the distinct outputs, in the order of the seeds, `elapsed`
 * in ms on the machine's clock.
 * A program that its time limit ended has exit 124. Throws a CourseError: `missing` without an engine for the program,
 * `course` where a run was interrupted or printed more than its limit.
 */
export async function runPerturbed(
  root: string,
  program: RunnableProgram,
  seeds: readonly number[],
  { enough = () => false, ...limits }: PerturbedRequest = {},
): Promise<Outcome[]> {
  const commandFor = await perturbedCommands(root, program);
  const results = new Map<number, ProcessResult>();
  const waiting = seeds.values();
  let isOver = false;
  const worker = async (): Promise<void> => {
    for (const seed of waiting) {
      if (isOver) return;
      const result = await runProcess(commandFor(seed), { file: program.file, ...limits });
      results.set(seed, result);
      isOver ||= isCut(result) || enough(distinctOutcomes(results));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const cut = seeds.find((seed) => isCut(results.get(seed)));
  if (cut !== undefined) throw cutShort(program.path, cut, results.get(cut)?.stopped);
  return distinctOutcomes(results);
}

function isCut(result: ProcessResult | undefined): boolean {
  return result?.stopped === 'interrupt' || result?.stopped === 'output limit';
}

function cutShort(path: string, seed = 0, reason: Stop = 'interrupt'): CourseError {
  return new CourseError({
    what: `${path} did not come to its end with the pauses of seed ${seed}: ${reason}`,
    where: { file: path },
    fix: 'let the program end by itself and print less than the limit allows',
  });
}
