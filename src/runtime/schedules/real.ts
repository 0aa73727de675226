// Real runs as the share of a cause: what only the machine's scheduler orders is run on its real engine, each time under
// pauses drawn from a seed. Beside them the schedules of the virtual clocks.
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { perturbedRuns, runPerturbed } from '../real/perturb/run.ts';
import type { PerturbedRequest } from '../real/perturb/run.ts';
import type { Outcome } from '../outcome.ts';
import { exploreAll } from './explore.ts';
import type { Batch, ExploreRequest, Explored, ProofJob } from './jobs.ts';
import type { ProofCause } from '../causes.ts';
import { needsOfRealTime } from '../engines.ts';
import { startFault } from '../node/start-fault.ts';

/** ms after which a real run of a program that may get stuck counts as stuck. Every program of the course ends within one. */
export const stuckAfter = 3000;

/** A program with shares of any cause. */
export interface AnyJob extends Omit<ProofJob, 'batches'> {
  readonly batches: readonly Batch<ProofCause>[];
  /** How its real runs are limited. */
  readonly real?: Pick<PerturbedRequest, 'timeLimit' | 'enough'>;
}

/** Whether no virtual clock rules the program: threads, processes and the like have the machine's. */
export function isReal(program: Pick<Program, 'language' | 'needs'>): boolean {
  return needsOfRealTime(program).length > 0;
}

/** The real runs that are due: so many from the first seed on. */
export function realBatch(seed: number, seeds: number = perturbedRuns): Batch<'threads'> {
  return { cause: 'threads', seed, seeds };
}

/** The distinct outputs of real runs, one for each seed as long as they are not enough. Errors as runPerturbed. */
export async function exploreReal(
  root: string,
  program: Program,
  { seed, seeds }: Batch<ProofCause>,
  request: PerturbedRequest = {},
): Promise<Outcome[]> {
  return runPerturbed(
    root,
    program,
    Array.from({ length: seeds }, (_, index) => seed + index),
    request,
  );
}

/**
 * One answer for each job, in their order, with the outputs of each of its shares. Nothing that a program does makes it
 * reject. A program that its engine does not even start is run under no schedule.
 */
export async function exploreBatches(
  root: string,
  jobs: readonly AnyJob[],
  request: ExploreRequest = {},
): Promise<Explored[]> {
  const virtual = jobs.map((job): ProofJob => ({ ...job, batches: job.batches.filter(isVirtual) }));
  const faults = jobs.map(({ program: { language, file, path } }) =>
    language === 'ts' ? startFault(file, path) : undefined,
  );
  const due = virtual.filter(({ batches }, index) => batches.length > 0 && !faults[index]);
  const found = await exploreAll(root, due, request);
  const answers: Explored[] = [];
  for (const [index, job] of jobs.entries()) {
    const fault = faults[index];
    const at = due.findIndex((one) => one === virtual[index]);
    const explored = fault ? { refused: fault, failed: true as const } : (found[at] ?? { batches: [] });
    answers.push(await withReal(root, job, explored, request));
  }
  return answers;
}

function isVirtual(batch: Batch<ProofCause>): batch is Batch {
  return batch.cause !== 'threads';
}

async function withReal(root: string, job: AnyJob, explored: Explored, request: ExploreRequest): Promise<Explored> {
  if ('refused' in explored) return explored;
  const { signal, progress } = request;
  const left = explored.batches.values();
  const batches: (readonly Outcome[])[] = [];
  try {
    for (const batch of job.batches) {
      if (!isVirtual(batch)) progress?.(job.program.path);
      batches.push(
        isVirtual(batch)
          ? (left.next().value ?? [])
          : await exploreReal(root, job.program, batch, { ...job.real, ...(signal && { signal }) }),
      );
    }
    return { batches };
  } catch (error) {
    if (error instanceof CourseError) return { refused: error, ...(error.kind !== 'missing' && { failed: true }) };
    throw error;
  }
}
