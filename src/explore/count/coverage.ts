// How much of what is possible was seen: everything within a bound, or a sample with estimates of what is missing.
import type { Bound } from '../bound.ts';
import type { DecisionCause } from '../decision.ts';

export interface Complete {
  readonly kind: 'complete';
  readonly schedules: number;
  /** The causes that chose something; without one there is a single schedule. */
  readonly causes: readonly DecisionCause[];
  /** The bounds that kept something out. */
  readonly bound: Bound;
  /** Whether the program looked at numbers of the clock: before those only the least stalls were tried. */
  readonly pinned: boolean;
}

/**
 * What ended a search before its end. `choices`: a run has more choice points than its engine asks at. `engine`: it cannot run the
 * program under the cause, and `why` says it in its words.
 */
export const stops = ['schedules', 'time', 'abort', 'choices', 'engine'] as const;
export type Stopped = (typeof stops)[number];

export interface Sampled {
  readonly kind: 'sampled';
  readonly stopped: Stopped;
  readonly why?: string;
  /** All that were run: those of the systematic search and the random ones. */
  readonly schedules: number;
  /** Absent where no random schedule was run: only they say something about the rest. */
  readonly estimate?: {
    /** About how many schedules there are within the bound. */
    readonly schedules: number;
    /** From 0 to 1: that the next random one gives an output that was not seen. */
    readonly chanceOfNew: number;
  };
}

export type Coverage = Complete | Sampled;
