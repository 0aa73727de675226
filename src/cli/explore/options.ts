// What `course explore` was asked for: which causes, how many schedules of each, from which seed on.
import { requiredBatches, firstSeed, namesCause, seedsOf, shownIn } from '../../runtime/schedules/plan.ts';
import { provenCauses } from '../../runtime/causes.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import type { Batch } from '../../runtime/schedules/jobs.ts';
import { virtualOf } from '../../runtime/engines.ts';
import { isReal, realBatch } from '../../runtime/schedules/real.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languageNames, languages } from '../../languages.ts';
import type { Contract } from '../../order/index.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import { flag, quoted, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { oneOf } from '../shell/one-of.ts';

/** More schedules than this want a program of their own. */
const mostSeeds = 100_000;

export interface Exploring {
  readonly cause: ProofCause | undefined;
  readonly seeds: number | undefined;
  readonly seed: number;
}

/** Throws `misuse` for a cause that there is not and a number that is none. */
export function readExploring(options: Options): Exploring {
  return {
    cause: oneOf(provenCauses, 'cause', text(options, 'cause')),
    seeds: whole(options, 'seeds', 1, mostSeeds),
    seed: whole(options, 'seed', 0, 2 ** 32 - 1) ?? firstSeed,
  };
}

/** The program and its schedules as the reader named them, to be typed again. */
export function typed({ args, options }: Pick<Invocation, 'args' | 'options'>): string {
  const only = languages.filter((language) => flag(options, language)).map((language) => `--${language}`);
  const chosen = (['cause', 'seeds', 'seed'] as const).flatMap((name) => {
    const value = text(options, name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  return [quoted(args[0] ?? ''), ...only, ...chosen].join(' ');
}

/**
 * The schedules to run: those that the contract is owed, or, without a contract, of every cause of the virtual clocks; real
 * runs of a program that no virtual clock rules. None where the language knows nothing of the cause that was asked for.
 */
export function batchesOf(program: Program, contract: Contract | undefined, asked: Exploring): Batch<ProofCause>[] {
  const { cause, seeds, seed } = asked;
  const shown = shownIn(program.language);
  if (cause === 'threads' || (cause === undefined && isReal(program))) return [batch('threads', asked)];
  if (cause !== undefined) return shown.includes(cause) ? [batch(cause, asked)] : [];
  const all = contract ? requiredBatches(contract) : shown.map((one) => batch(one, asked));
  const required = all.map((one) => (one.cause === 'none' ? one : { ...one, seed, seeds: seeds ?? one.seeds }));
  return contract && namesCause(contract, 'threads') ? [...required, batch('threads', asked)] : required;
}

/** So many schedules of a cause let one say that a freedom is not there. */
export function enoughOf(cause: ProofCause): number {
  return cause === 'threads' ? perturbedRuns : seedsOf.named;
}

/** The error where all programs that were asked for are of this language, which knows nothing of the cause. */
export function unshown(cause: ProofCause = 'none', programs: readonly Pick<Program, 'language'>[]): CourseError {
  const language = programs[0]?.language ?? 'ts';
  const others = shownIn(language).filter((one) => one !== 'none');
  const why = virtualOf(language).lacksCause?.[cause] ?? 'no engine shows them';
  return new CourseError({
    what: `${languageNames[language]} has no schedules of ${cause}: ${why}`,
    fix: `explore another cause: ${others.map((one) => `--cause ${one}`).join(', ')}`,
    kind: 'misuse',
  });
}

function batch(cause: ProofCause, { seeds, seed }: Exploring): Batch<ProofCause> {
  if (cause === 'none') return { cause, seeds: 1, seed: firstSeed };
  return cause === 'threads' ? realBatch(seed, seeds) : { cause, seeds: seeds ?? seedsOf.named, seed };
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
