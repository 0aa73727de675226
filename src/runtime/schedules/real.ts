// Real runs as the share of a cause: what no engine runs under schedules is run on its real engine, each time under pauses drawn
// from a seed.
import type { Program } from '../../course/snippets.ts';
import { mayDeadlock } from '../../order/index.ts';
import type { Contract } from '../../order/index.ts';
import { limits } from '../engine.ts';
import { perturbedRuns, runPerturbed } from '../real/perturb/run.ts';
import type { PerturbedRequest } from '../real/perturb/run.ts';
import type { Batch, Found } from './jobs.ts';

/** ms after which a real run of a program that may get stuck counts as stuck. Every program of the course ends within one. */
export const stuckAfter = 3000;

/**
 * ms of a real run: short where it may get stuck, by its contract or because there is none. Where a contract says that it ends,
 * a slow machine is no fault of the program, and it gets the time of any run.
 */
export function realTimeLimit(contract: Contract | undefined): number {
  return contract && !mayDeadlock(contract) ? limits.time : stuckAfter;
}

/** The real runs that are due: so many from the first seed on. */
export function realBatch(seed: number, runs: number = perturbedRuns): Batch & Required<Pick<Batch, 'real'>> {
  return { cause: 'threads', real: { runs, seed } };
}

/** The distinct outputs of real runs, one for each seed as long as they are not enough. Errors as runPerturbed. */
export async function exploreReal(
  root: string,
  program: Program,
  { runs, seed }: NonNullable<Batch['real']>,
  request: PerturbedRequest = {},
): Promise<Found> {
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  const outcomes = await runPerturbed(root, program, seeds, request);
  return { outcomes, coverage: undefined, runs: outcomes.reduce((sum, { count }) => sum + count, 0) };
}
