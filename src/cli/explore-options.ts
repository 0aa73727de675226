// What `course explore` was asked for: which causes, how many schedules of each, from which seed on.
import { due, firstSeed, seedsOf, shownIn } from '../check/proof-plan.ts';
import type { Share } from '../check/proof-plan.ts';
import { nearest } from '../course/nearest.ts';
import { CourseError } from '../error.ts';
import type { Language } from '../languages.ts';
import type { Contract } from '../order/index.ts';
import { virtualCauses } from '../runtime/virtual/python.ts';
import type { VirtualCause } from '../runtime/virtual/python.ts';
import { text } from './command.ts';
import type { Options } from './command.ts';

/** More schedules than this want a program of their own. */
const mostSeeds = 100_000;

export interface Exploring {
  readonly cause: VirtualCause | undefined;
  readonly seeds: number | undefined;
  readonly seed: number;
}

/** Throws `misuse` for a cause that there is not and a number that is none. */
export function readExploring(options: Options): Exploring {
  return {
    cause: causeOf(text(options, 'cause')),
    seeds: whole(options, 'seeds', 1, mostSeeds),
    seed: whole(options, 'seed', 0, 2 ** 32 - 1) ?? firstSeed,
  };
}

/**
 * The schedules to run: those that the contract is owed, or, without a contract, of every cause; none where the
 * language knows nothing of the cause that was asked for.
 */
export function sharesOf(language: Language, contract: Contract | undefined, asked: Exploring): Share[] {
  const { cause, seeds, seed } = asked;
  const all = contract ? due(contract) : shownIn[language].map((one) => share(one, asked));
  if (cause === undefined)
    return all.map((one) => (one.cause === 'none' ? one : { ...one, seed, seeds: seeds ?? one.seeds }));
  return shownIn[language].includes(cause) ? [share(cause, asked)] : [];
}

/** The error where all programs that were asked for are TypeScript, which knows nothing of the cause. */
export function unshown(cause: string | undefined): CourseError {
  return new CourseError({
    what: `TypeScript has no schedules of ${cause}: Node orders equal deadlines, asyncio alone leaves them open`,
    fix: 'explore another cause: --cause cpu, --cause latency',
    kind: 'misuse',
  });
}

function share(cause: VirtualCause, { seeds, seed }: Exploring): Share {
  return cause === 'none' ? { cause, seeds: 1, seed: firstSeed } : { cause, seeds: seeds ?? seedsOf.named, seed };
}

function causeOf(word: string | undefined): VirtualCause | undefined {
  if (word === undefined) return undefined;
  const known = virtualCauses.find((name) => name === word);
  if (known) return known;
  if (word === 'threads') {
    throw new CourseError({
      what: 'threads have no virtual schedules: the operating system decides which one runs',
      fix: `explore one of: ${virtualCauses.join(', ')}`,
      kind: 'misuse',
    });
  }
  const guess = nearest(word, virtualCauses);
  const all = `There are: ${virtualCauses.join(', ')}`;
  const fix = guess ? `did you mean "${guess}"? ${all}` : all;
  throw new CourseError({ what: `unknown cause "${word}"`, fix, kind: 'misuse' });
}

function whole(options: Options, name: 'seed' | 'seeds', least: number, most: number): number | undefined {
  const word = text(options, name);
  if (word === undefined) return undefined;
  const value = Number(word);
  if (/^\d+$/.test(word) && value >= least && value <= most) return value;
  throw new CourseError({
    what: `--${name} ${word} is no whole number from ${least} to ${most}`,
    fix: `give one, or leave it out: --${name} ${name === 'seeds' ? seedsOf.named : firstSeed}`,
    kind: 'misuse',
  });
}
