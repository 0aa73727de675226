// In what a run differs from the usual one, as data: the words are made elsewhere.
import type { Decision, DecisionCause, Location, Way } from '../decision.ts';

/** A place where a run left the usual way. */
export interface Difference {
  /** The number of the choice point, from 0. */
  readonly position: number;
  readonly cause: DecisionCause;
  readonly at: Location | undefined;
  readonly option: number;
  /** Who went on, and who would have gone on usually, where the engine says it. */
  readonly taken: Way | undefined;
  readonly usual: Way | undefined;
  /** Whether a strand was stopped that could have gone on. */
  readonly isPreemption: boolean;
}

export function differencesOf(decisions: readonly Decision[]): readonly Difference[] {
  return decisions.flatMap(({ cause, at, taken, ways, cost = 0 }, position) =>
    taken === 0
      ? []
      : {
          position,
          cause,
          at,
          option: taken,
          taken: ways?.[taken],
          usual: ways?.[0],
          isPreemption: cause === 'threads' && cost > 0,
        },
  );
}
