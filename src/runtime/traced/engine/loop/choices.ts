// The choices of a run: which time its loop has under the model, and what was chosen in the end.
import { CourseError, partsOf } from '../../../../error.ts';
import { SymbolicClock } from '../../../../explore/clock/symbolic.ts';
import type { Choose } from '../../../../explore/decision.ts';
import { policyOf } from '../../../../explore/policy/of-schedule.ts';
import { Recorder } from '../../../../explore/recorder.ts';
import type { Chosen, Under } from '../../model.ts';
import { OutsideTime } from './outside-time.ts';
import type { Time } from './time.ts';
import { CountedTime } from './time.ts';
import type { Timer } from './timer-lists.ts';

export class Choices {
  readonly time: Time;
  /** Under `latency`. */
  readonly outside: OutsideTime<Timer> | undefined;
  readonly #symbolic: SymbolicClock | undefined;
  readonly #recorder: Recorder;

  /** `halt` ends the run, in whatever the program does. */
  constructor({ model, schedule }: Under, halt: (error: CourseError) => never) {
    const recorder = (this.#recorder = new Recorder(policyOf(schedule)));
    const choose: Choose = (choice) => {
      try {
        return recorder.choose(choice);
      } catch (error) {
        if (error instanceof CourseError) halt(misfit(error));
        throw error;
      }
    };
    if (model === 'cpu') this.#symbolic = new SymbolicClock({ choose, step: 0, stalls: 'any' });
    if (model === 'stalls') this.#symbolic = new SymbolicClock({ choose, step: 0, stalls: 'chosen' });
    if (model === 'latency') this.outside = new OutsideTime(choose);
    this.time = this.#symbolic ?? this.outside ?? new CountedTime();
  }

  /** Once the run has ended. Throws a CourseError (`misuse`) where the schedule does not fit it. */
  end(): Chosen {
    const open = this.#symbolic ?? this.outside;
    const pinned = open?.isPinned ?? false;
    try {
      return { decisions: this.#recorder.end(), pinned, ...(open && { path: open.path }) };
    } catch (error) {
      throw error instanceof CourseError ? misfit(error) : error;
    }
  }
}

function misfit(error: CourseError): CourseError {
  return new CourseError({ ...partsOf(error), kind: 'misuse' });
}
