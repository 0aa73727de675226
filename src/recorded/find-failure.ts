// Searches the schedules under which a broken program prints what the contract of its fixed half forbids.
import type { Pair } from '../course/pairs.ts';
import { languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import { deadlockLine, forbiddenLines, freedoms, linesWithEnd, mayDeadlock } from '../order/index.ts';
import type { Contract } from '../order/index.ts';
import type { Outcome } from '../runtime/outcome.ts';
import type { Batch, ExploreRequest, Explored } from '../runtime/schedules/jobs.ts';
import { firstSeed, mostReal, seedsOf, shownIn } from '../runtime/schedules/plan.ts';
import type { ProofCause } from '../runtime/causes.ts';
import { exploreBatches, isReal, realBatch, stuckAfter } from '../runtime/schedules/real.ts';
import type { AnyJob } from '../runtime/schedules/real.ts';
import { contractOf } from './verdict.ts';

/** A run of the broken program with a forbidden line in it, or one that got stuck. */
export interface FailingRun {
  readonly cause: ProofCause;
  readonly seed: number;
  readonly outcome: Outcome;
  /** It got stuck; else it printed a forbidden line. */
  readonly isStuck: boolean;
}

/**
 * The shortest failing run of one broken twin: the plain virtual run if that fails, else the smallest seed of the first
 * cause that has one; causes in the order in which the broken contract names them, 200 seeds each, of `threads` 100.
 * undefined if none fails. Throws a CourseError for a contract that cannot be read, and for what no engine can run.
 */
export async function findFailingSeed(
  root: string,
  pair: Pair,
  language: Language,
  request?: ExploreRequest,
): Promise<FailingRun | undefined> {
  const job = jobOf(pair, 'broken', language);
  const [explored] = await exploreBatches(root, [job], request);
  return explored && failingRun(job, explored, contractOf(pair.fixed, language));
}

/** The twins of a pair that can be proven: those whose engine can show a cause that is named. */
export function provable(pair: Pair): readonly Language[] {
  const able = languages.filter((language) =>
    batchesOf(pair, 'broken', language).some(({ cause }) => cause !== 'none'),
  );
  return able.length > 0 ? able : languages;
}

/** What to explore of one twin: the same schedules in both halves. Real runs end with the first that fails. */
export function jobOf(pair: Pair, half: 'broken' | 'fixed', language: Language): AnyJob {
  const [own, fixed] = [contractOf(pair[half], language), contractOf(pair.fixed, language)];
  const enough = (soFar: readonly Outcome[]): boolean => soFar.some((outcome) => fails(outcome, fixed));
  return {
    program: pair[half].programs[language],
    batches: batchesOf(pair, half, language),
    real: { enough, ...(mayDeadlock(own) && { timeLimit: stuckAfter }) },
  };
}

function batchesOf(pair: Pair, half: 'broken' | 'fixed', language: Language): Batch<ProofCause>[] {
  const real = realBatch(firstSeed, ...(half === 'broken' ? [mostReal] : []));
  if (isReal(pair[half].programs[language])) return [real];
  const causes = new Set(freedoms(contractOf(pair.broken, language)).map(({ cause }) => cause));
  const shown = [...causes].filter((cause) => cause === 'threads' || shownIn(language).includes(cause));
  return [
    { cause: 'none', seeds: 1, seed: firstSeed },
    ...shown.map((cause) => (cause === 'threads' ? real : { cause, seeds: seedsOf.named, seed: firstSeed })),
  ];
}

/** Whether the run has what the fixed contract forbids. */
function fails(outcome: Outcome, fixed: Contract): boolean {
  return forbiddenLines(fixed, linesWithEnd(fixed, outcome)).length > 0;
}

/** The first failing run among what was explored of `job`; throws why nothing was. */
export function failingRun(job: AnyJob, explored: Explored, fixed: Contract): FailingRun | undefined {
  if ('refused' in explored) throw explored.refused;
  for (const [index, { cause }] of job.batches.entries()) {
    const failing = (explored.batches[index] ?? []).filter((outcome) => fails(outcome, fixed));
    const [first] = failing.toSorted((a, b) => a.firstSeed - b.firstSeed);
    if (!first) continue;
    const isStuck = linesWithEnd(fixed, first).at(-1) === deadlockLine;
    return { cause, seed: first.firstSeed, outcome: first, isStuck };
  }
  return undefined;
}

/** Whether the contracts say what is bad: a line that the fixed half never prints, or a deadlock of the broken one. */
export function forbids({ broken, fixed }: Pair, language: Language): boolean {
  if (mayDeadlock(contractOf(broken, language))) return true;
  return contractOf(fixed, language).facts.some(({ kind }) => kind === 'never');
}
