// Searches the schedules under which a broken program prints what the contract of its fixed half forbids.
import type { Pair } from '../course/pairs.ts';
import type { Snippet } from '../course/snippets.ts';
import { languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import { forbiddenLines, freedoms } from '../order/index.ts';
import type { Contract } from '../order/index.ts';
import type { Outcome, VirtualCause } from '../runtime/virtual/python.ts';
import { exploreAll } from './proof-explore.ts';
import type { Explored, ExploreRequest, ProofJob } from './proof-explore.ts';
import { firstSeed, seedsOf, shownIn } from './proof-plan.ts';
import type { Share } from './proof-plan.ts';
import { contractOf } from './verdict.ts';

/** A run of the broken program with a forbidden line in it. */
export interface FailingRun {
  readonly cause: VirtualCause;
  readonly seed: number;
  readonly outcome: Outcome;
}

/**
 * The shortest failing run of one broken twin: the plain virtual run if that fails, else the smallest seed of the first
 * cause that has one; causes in the order in which the broken contract names them, 200 seeds each. undefined if none
 * fails. Throws a CourseError for a contract that cannot be read, and for what no engine can run on virtual time.
 */
export async function findFailingSeed(
  root: string,
  pair: Pair,
  language: Language,
  request?: ExploreRequest,
): Promise<FailingRun | undefined> {
  const job = brokenJob(pair, language);
  const [explored] = await exploreAll(root, [job], request);
  return explored && failingRun(job, explored, contractOf(pair.fixed, language));
}

/** The twins of a pair that can be proven on virtual time: those whose engine can show a cause that is named. */
export function provable(pair: Pair): readonly Language[] {
  const able = languages.filter((language) => sharesOf(pair, language).length > 1);
  return able.length > 0 ? able : languages;
}

/** What to explore of the broken twin. */
export function brokenJob(pair: Pair, language: Language): ProofJob {
  return { program: pair.broken.programs[language], shares: sharesOf(pair, language) };
}

/** The same schedules for the fixed twin. */
export function fixedJob(pair: Pair, language: Language): ProofJob {
  return { program: pair.fixed.programs[language], shares: sharesOf(pair, language) };
}

function sharesOf({ broken }: Pair, language: Language): Share[] {
  const causes = new Set(freedoms(contractOf(broken, language)).map(({ cause }) => cause));
  const named = [...causes].flatMap((cause) => shownIn[language].find((shown) => shown === cause) ?? []);
  return [
    { cause: 'none', seeds: 1, seed: firstSeed },
    ...named.map((cause) => ({ cause, seeds: seedsOf.named, seed: firstSeed })),
  ];
}

/** The first failing run among what was explored of `job`; throws why nothing was. */
export function failingRun(job: ProofJob, explored: Explored, fixed: Contract): FailingRun | undefined {
  if ('refused' in explored) throw explored.refused;
  for (const [index, { cause }] of job.shares.entries()) {
    const failing = (explored.shares[index] ?? []).filter(({ stdout }) => forbiddenLines(fixed, stdout).length > 0);
    const [first] = failing.toSorted((a, b) => a.firstSeed - b.firstSeed);
    if (first) return { cause, seed: first.firstSeed, outcome: first };
  }
  return undefined;
}

/** Whether the contract of the fixed half names a bad output at all. */
export function forbids(fixed: Snippet, language: Language): boolean {
  return contractOf(fixed, language).facts.some(({ kind }) => kind === 'never');
}
