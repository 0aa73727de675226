// A policy answers choice points. Usual, replay, random, PCT and the reader are policies; "every schedule" is no policy but the
// search (../search/), which names one replay after the other.
import type { Choice } from '../decision.ts';

export interface Policy {
  /** The answer at the choice point number `position`, from 0: a whole number from 0 to below `choice.options`. */
  answer(choice: Choice, position: number): number;
  /** Called when the run has ended, after `positions` choice points. Throws where the run was not the one that was asked for. */
  end?(positions: number): void;
}

/** The usual way, everywhere. */
export const usual: Policy = { answer: () => 0 };

/** A function answers: a person who plays the scheduler, a test. */
export function reader(answer: (choice: Choice, position: number) => number): Policy {
  return { answer };
}
