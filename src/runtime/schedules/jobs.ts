// What is explored: programs, each with the schedules to run it under, and what comes back of them.
import type { Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Contract } from '../../order/index.ts';
import type { ProofCause, VirtualCause } from '../causes.ts';
import type { Outcome } from '../outcome.ts';

/** So many schedules of one cause, from `seed` on. `none` is the plain run on the virtual clock. */
export interface Batch<Name extends ProofCause = VirtualCause> {
  readonly cause: Name;
  readonly seeds: number;
  readonly seed: number;
}

/** A program to explore; `contract` and `snippet` are absent for a reader's own. */
export interface ProofJob {
  readonly program: Program;
  readonly batches: readonly Batch[];
  readonly snippet?: Snippet;
  readonly contract?: Contract;
}

/**
 * The distinct outputs of each batch, or why there are none: the words of the engine that refused; `failed` where it is
 * the program's own fault, which ends the process or never comes to its end.
 */
export type Explored =
  { readonly batches: readonly (readonly Outcome[])[] } | { readonly refused: CourseError; readonly failed?: true };

export interface ExploreRequest {
  readonly signal?: AbortSignal | undefined;
  /** Told which program runs. */
  readonly progress?: ((text: string) => void) | undefined;
}

/** What an engine with a virtual clock offers: an answer for each job; of an interrupted call for those that came to an end. */
export type ExploreOn = (
  root: string,
  jobs: readonly ProofJob[],
  request: ExploreRequest,
) => Promise<(readonly [ProofJob, Explored])[]>;

/** ms for all schedules of one program that may have spoilt the run of all, or runs by itself. */
export const aloneLimit = 20_000;

export function cannotRun(
  { path }: Program,
  why: string,
  fix: string,
  where: NonNullable<CourseError['where']> = { file: path },
): CourseError {
  return new CourseError({ what: `it could not be run on virtual time: ${why}`, where, fix });
}

export function suggestRealRun({ path }: Pick<Program, 'path'>): string {
  return `explore it on the real engine: npm run course -- explore ${path} --cause threads`;
}
