// Replay: a schedule that was seen before is run again, decision by decision.
import { CourseError } from '../../error.ts';
import type { Choice, Deviation } from '../decision.ts';
import { formatDeviation } from '../token.ts';
import type { Policy } from './policy.ts';
import { usual } from './policy.ts';

/**
 * Takes the deviations, and asks `then` after the last of them. Throws a CourseError where a deviation does not fit the
 * run: it asks for an option that is not there, or the run ends before it.
 */
export function replay(deviations: readonly Deviation[], then: Policy = usual): Policy {
  const last = deviations.at(-1)?.at ?? -1;
  let next = 0;
  return {
    answer: (choice, position) => {
      if (position > last) return then.answer(choice, position);
      const deviation = deviations[next];
      if (deviation?.at !== position) return 0;
      next++;
      if (deviation.take >= choice.options) throw outOfRange(deviation, choice);
      return deviation.take;
    },
    end: (positions) => {
      const left = deviations[next];
      if (left) throw beyondTheEnd(left, positions);
      then.end?.(positions);
    },
  };
}

const fix =
  'take the token as it was printed; if it was, the program does not run the same way twice: fix the seed of its random numbers';

function outOfRange(deviation: Deviation, { options }: Choice): CourseError {
  return new CourseError({
    what: `the schedule does not fit the run: "${formatDeviation(deviation)}" asks for option ${deviation.take} where the last one is ${options - 1}`,
    fix,
  });
}

function beyondTheEnd(deviation: Deviation, positions: number): CourseError {
  return new CourseError({
    what: `the schedule does not fit the run: "${formatDeviation(deviation)}" is decision ${deviation.at} from 0, and the run has ${positions}`,
    fix,
  });
}
