// What `course explore` was asked for: which causes, for how long, and whether by real runs.
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languageNames, languages } from '../../languages.ts';
import type { Contract } from '../../order/index.ts';
import { provenCauses } from '../../runtime/causes.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import { engineNames, engines, schedulerOf } from '../../runtime/engines.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import type { Batch } from '../../runtime/schedules/jobs.ts';
import { firstSeed, needsRealRuns, requiredBatches, shownFor } from '../../runtime/schedules/plan.ts';
import { realBatch } from '../../runtime/schedules/real.ts';
import { quoted } from '../../quoted.ts';
import { flag, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { oneOf } from '../shell/one-of.ts';
import { wholeNumber } from '../shell/whole-number.ts';

/** More real runs than this want a program of their own. */
const mostRuns = 10_000;

export interface Exploring {
  readonly cause: ProofCause | undefined;
  /** Real runs in place of schedules, where somebody asks for them. */
  readonly isReal: boolean;
  readonly runs: number;
  readonly seed: number;
}

/** Throws `misuse` for a cause that there is not, a number that is none, and runs or a seed of what is no real run. */
export function readExploring(options: Options): Exploring {
  const runs = wholeNumber(options, 'runs', { least: 1, most: mostRuns, example: perturbedRuns });
  const seed = wholeNumber(options, 'seed', { least: 0, most: 2 ** 32 - 1, example: firstSeed });
  return {
    cause: oneOf(provenCauses, 'cause', text(options, 'cause')),
    isReal: flag(options, 'real') || runs !== undefined || seed !== undefined,
    runs: runs ?? perturbedRuns,
    seed: seed ?? firstSeed,
  };
}

/** The program and what to try as the reader named them, to be typed again. */
export function typed({ args, options }: Pick<Invocation, 'args' | 'options'>): string {
  const flags = [...languages, 'real'].filter((name) => flag(options, name)).map((name) => `--${name}`);
  const chosen = (['order', 'cause', 'runs', 'seed', 'time'] as const).flatMap((name) => {
    const value = text(options, name);
    return value === undefined ? [] : [`--${name} ${quoted(value)}`];
  });
  return [quoted(args[0] ?? ''), ...flags, ...chosen].join(' ');
}

/**
 * What to try: what the contract is owed, or, without one, every cause of the program's engine; real runs of a program that no engine
 * runs under schedules. Nothing where its engine knows nothing of the cause that was asked for.
 */
export function batchesOf(program: Program, contract: Contract | undefined, asked: Exploring): Batch[] {
  const shown = shownFor(program);
  const real = realBatch(asked.seed, asked.runs);
  if (asked.isReal || (shown.length === 0 && (asked.cause ?? 'threads') === 'threads')) return [real];
  if (asked.cause !== undefined) return shown.includes(asked.cause) ? [{ cause: asked.cause }] : [];
  if (!contract) return shown.map((cause) => ({ cause }));
  const required = requiredBatches(program, contract);
  return needsRealRuns(program, contract) ? [...required, real] : required;
}

/** The error where the engines of all programs that were asked for know nothing of the cause. */
export function unshown(cause: ProofCause = 'none', programs: readonly Program[]): CourseError {
  const [program] = programs;
  const language = program?.language ?? 'ts';
  const scheduler = program && schedulerOf(program);
  const rows = engineNames.map((name) => engines[name]).filter((row) => row.language === language);
  const why = rows.flatMap((row) => row.lacksCause?.[cause] ?? [])[0] ?? 'its engine chooses nothing of the kind';
  const others = (scheduler?.causes ?? []).filter((one) => one !== 'none').map((one) => `--cause ${one}`);
  return new CourseError({
    what: `${program?.path ?? languageNames[language]} has no schedules of ${cause}: ${why}`,
    fix: others.length > 0 ? `explore another cause: ${others.join(', ')}` : 'take real runs: --real',
    kind: 'misuse',
  });
}
