// What an engine is asked to run: one JSON object, in process or as a line over a pipe. An engine takes the deviations first, and
// what `then` says at every choice point after the last of them.
import type { Bound } from './bound.ts';
import type { Deviation } from './decision.ts';

/** `random` draws each answer, `pct` follows priorities (Burckhardt et al., ASPLOS 2010). Seeds are whole, from 0 to 2 ** 32 - 1. */
export type Sampling =
  | { readonly policy: 'random'; readonly seed: number }
  | {
      readonly policy: 'pct';
      readonly seed: number;
      /** How many orders of two steps the bug needs: priorities change at `depth - 1` choice points. */
      readonly depth: number;
      /** About how many choice points a run has. */
      readonly length: number;
    };

export interface Schedule {
  /** In ascending order of `at`. */
  readonly deviations: readonly Deviation[];
  /** Absent: the usual way, at every choice point after them. */
  readonly then?: Sampling;
  /** What sampling stays within. Deviations are taken as they are. */
  readonly bound?: Bound;
}

/** No deviation: the run as it usually is. */
export const usualSchedule: Schedule = { deviations: [] };
