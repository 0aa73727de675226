// Searches the runs in which a broken program prints what the contract of its fixed half forbids.
import type { Pair } from '../course/pairs.ts';
import { languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import { deadlockLine, forbiddenLines, freedoms, linesWithEnd, mayDeadlock } from '../order/index.ts';
import type { Contract } from '../order/index.ts';
import { distanceOf } from '../runtime/outcome.ts';
import type { Outcome } from '../runtime/outcome.ts';
import { exploreAll } from '../runtime/schedules/explore.ts';
import type { Batch, ExploreRequest, Explored, ProofJob } from '../runtime/schedules/jobs.ts';
import { firstSeed, mostReal, shownFor } from '../runtime/schedules/plan.ts';
import type { ProofCause } from '../runtime/causes.ts';
import { unitsPerMsOf } from '../runtime/engines.ts';
import { assumed } from '../runtime/schedules/margin.ts';
import { realBatch, realTimeLimit } from '../runtime/schedules/real.ts';
import { contractOf } from './verdict.ts';

/** A run of the broken program with a forbidden line in it, or one that got stuck. */
export interface FailingRun {
  readonly cause: ProofCause;
  readonly outcome: Outcome;
  /** It got stuck; else it printed a forbidden line. */
  readonly isStuck: boolean;
}

/**
 * The failing run of one broken twin that is nearest to its usual run: that one if it fails, else the one with the fewest
 * deviations of the first cause that has one; of real runs the one with the lowest seed. undefined if none
 * fails. Throws a CourseError for a contract that cannot be read, and for what no engine can run.
 */
export async function findFailingRun(
  root: string,
  pair: Pair,
  language: Language,
  request?: ExploreRequest,
): Promise<FailingRun | undefined> {
  const job = jobOf(pair, 'broken', language);
  const [explored] = await exploreAll(root, [job], request);
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
export function jobOf(pair: Pair, half: 'broken' | 'fixed', language: Language): ProofJob {
  const [own, fixed] = [contractOf(pair[half], language), contractOf(pair.fixed, language)];
  const enough = (soFar: readonly Outcome[]): boolean => soFar.some((outcome) => fails(outcome, fixed));
  return {
    program: pair[half].programs[language],
    batches: batchesOf(pair, half, language),
    real: { enough, timeLimit: realTimeLimit(own) },
  };
}

function batchesOf(pair: Pair, half: 'broken' | 'fixed', language: Language): Batch[] {
  const program = pair[half].programs[language];
  const shown = shownFor(program);
  const real = realBatch(firstSeed, ...(half === 'broken' ? [mostReal] : []));
  if (shown.length === 0) return [real];
  const named = new Set(freedoms(contractOf(pair.broken, language)).map(({ cause }) => cause));
  const causes = [...named].flatMap((cause): Batch[] => {
    if (shown.includes(cause)) return [{ cause }];
    return cause === 'threads' ? [real] : [];
  });
  return [{ cause: 'none' }, ...causes];
}

/** Whether the run has what the fixed contract forbids. */
function fails(outcome: Outcome, fixed: Contract): boolean {
  return forbiddenLines(fixed, linesWithEnd(fixed, outcome)).length > 0;
}

/** The first failing run among what was explored of `job`; throws why nothing was. */
export function failingRun(job: ProofJob, explored: Explored, fixed: Contract): FailingRun | undefined {
  if ('refused' in explored) throw explored.refused;
  const unitsPerMs = unitsPerMsOf(job.program);
  for (const [index, { cause }] of job.batches.entries()) {
    const found = assumed(fixed, cause, explored.batches[index]?.outcomes ?? [], unitsPerMs);
    const failing = found.filter((outcome) => fails(outcome, fixed));
    const [first] = failing.toSorted((a, b) => distanceOf(a) - distanceOf(b));
    if (!first) continue;
    const isStuck = linesWithEnd(fixed, first).at(-1) === deadlockLine;
    return { cause, outcome: first, isStuck };
  }
  return undefined;
}

/** Whether the contracts say what is bad: a line that the fixed half never prints, or a deadlock of the broken one. */
export function forbids({ broken, fixed }: Pair, language: Language): boolean {
  if (mayDeadlock(contractOf(broken, language))) return true;
  return contractOf(fixed, language).facts.some(({ kind }) => kind === 'never');
}
