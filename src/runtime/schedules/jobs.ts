// What is explored: programs, each with the causes to explore it under, and what comes back of them.
import type { Program, Snippet } from '../../course/snippets.ts';
import type { CourseError } from '../../error.ts';
import type { Coverage } from '../../explore/count/coverage.ts';
import type { Contract } from '../../order/index.ts';
import type { ProofCause } from '../causes.ts';
import type { Outcome } from '../outcome.ts';
import type { PerturbedRequest } from '../real/perturb/run.ts';

/** A cause to explore a program under: by schedules where an engine has them, else by real runs. */
export interface Batch {
  readonly cause: ProofCause;
  /** Where it is explored by real runs: how many, and the seed of the first one's pauses. */
  readonly real?: { readonly runs: number; readonly seed: number };
}

/** A program to explore; `contract` and `snippet` are absent for a reader's own. */
export interface ProofJob {
  readonly program: Program;
  readonly batches: readonly Batch[];
  readonly snippet?: Snippet;
  readonly contract?: Contract;
  /** How its real runs are limited. */
  readonly real?: Pick<PerturbedRequest, 'timeLimit' | 'enough'>;
}

/** What one cause gave. */
export interface Found {
  /** Distinct ones; the first is that of the usual run, or of the first seed. */
  readonly outcomes: readonly Outcome[];
  /** How much of what is possible was seen; absent of real runs, which are a sample of nothing that could be counted. */
  readonly coverage: Coverage | undefined;
  /** Schedules or real runs. */
  readonly runs: number;
}

/** What each batch gave, or why there is nothing; `failed` where that is the program's own fault and not the engine's. */
export type Explored =
  { readonly batches: readonly Found[] } | { readonly refused: CourseError; readonly failed?: true };

/** What the exploration of one cause of one program may spend. */
export interface Spending {
  /** Schedules; the result is the same on every machine only if this ends it. */
  readonly schedules?: number;
  /** Decisions of all schedules of a search together: a schedule of a program that looks at the clock all the time has thousands. */
  readonly decisions?: number;
  /** ms of the machine's clock. */
  readonly time?: number;
}

export interface ExploreRequest {
  readonly signal?: AbortSignal | undefined;
  /** Told which program runs. */
  readonly progress?: ((text: string) => void) | undefined;
  /** `provenSpending` if absent. */
  readonly spending?: Spending;
}

/** What a proof spends on one cause of one program: its numbers are stored, and must be the same everywhere. */
export const provenSpending: Spending = { schedules: 1_500, decisions: 100_000 };
