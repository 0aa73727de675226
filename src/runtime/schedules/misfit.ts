// How a schedule does not fit a run of a program, as the Python inside says it, in the words of a replay.
import { z } from 'zod';
import { CourseError, partsOf } from '../../error.ts';
import type { Deviation } from '../../explore/decision.ts';
import { replay } from '../../explore/policy/replay.ts';

/** It asks for an option that is not there, or for a choice point behind the last one. */
export const misfitSchema = z.union([
  z.strictObject({ at: z.int(), take: z.int(), options: z.int() }),
  z.strictObject({ positions: z.int() }),
]);

/** What a replay throws of such a schedule, in whichever engine; `misuse`. */
export function misfitError(deviations: readonly Deviation[], how: z.infer<typeof misfitSchema>): unknown {
  const policy = replay(deviations);
  try {
    for (const { at } of deviations) {
      if ('positions' in how && at >= how.positions) policy.end?.(how.positions);
      policy.answer({ cause: 'cpu', options: 'at' in how && at === how.at ? how.options : Infinity }, at);
    }
  } catch (error) {
    return error instanceof CourseError ? new CourseError({ ...partsOf(error), kind: 'misuse' }) : error;
  }
  return new TypeError(`a schedule does not fit, and does: ${JSON.stringify({ deviations, how })}`);
}
