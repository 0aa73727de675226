// The choices of a run: which time its loop has under the model, and what was chosen in the end. What leaves the usual way is told to the
// trace: under `latency` which timer ended instead, under `cpu` each stall, where it comes.
import { CourseError, partsOf } from '../../../../error.ts';
import { SymbolicClock } from '../../../../explore/clock/symbolic.ts';
import type { Choice, Choose } from '../../../../explore/decision.ts';
import { policyOf } from '../../../../explore/policy/of-schedule.ts';
import { Recorder } from '../../../../explore/recorder.ts';
import type { Option } from '../../../../trace/events.ts';
import type { Chosen, Under } from '../../model.ts';
import type { UntimedEvent } from '../event-sink.ts';
import { OutsideTime } from './outside-time.ts';
import { ShownTime } from './shown-time.ts';
import { CountedTime } from './time.ts';
import type { Time } from './time.ts';
import type { Timer } from './timer-lists.ts';

export interface ChoicesOptions {
  /** Ends the run, whatever the program does. */
  readonly halt: (error: CourseError) => never;
  /** Tells the trace. */
  readonly emit: (event: UntimedEvent) => void;
}

export class Choices {
  readonly time: Time;
  /** Under `latency`. */
  readonly outside: OutsideTime<Timer> | undefined;
  readonly #symbolic: SymbolicClock | undefined;
  readonly #recorder: Recorder;
  readonly #options: ChoicesOptions;

  constructor({ model, schedule, shown }: Under, options: ChoicesOptions) {
    this.#recorder = new Recorder(policyOf(schedule));
    this.#options = options;
    const choose: Choose = (choice) => this.#choose(choice);
    if (model === 'cpu') this.#symbolic = new SymbolicClock({ choose, step: 0, stalls: 'any' });
    if (model === 'stalls') this.#symbolic = new SymbolicClock({ choose, step: 0, stalls: 'chosen' });
    if (model === 'latency') this.outside = new OutsideTime(choose);
    const symbolic = this.#symbolic;
    if (symbolic && shown) this.time = new ShownTime(symbolic, shown, (ms) => this.#emitStall(ms));
    else this.time = symbolic ?? this.outside ?? new CountedTime();
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

  #choose(choice: Choice): number {
    try {
      const chosen = this.#recorder.choose(choice);
      if (chosen !== 0 && choice.cause === 'latency') this.#emitEnd(choice, chosen);
      return chosen;
    } catch (error) {
      if (error instanceof CourseError) this.#options.halt(misfit(error));
      throw error;
    }
  }

  #emitEnd({ ways = [] }: Choice, chosen: number): void {
    const options = ways.map(({ id }): Option => {
      const timer = this.outside?.timer(id);
      return timer ? { kind: 'job', job: timer.job } : { kind: 'nobody' };
    });
    this.#options.emit({ kind: 'decision', cause: 'latency', options, chosen, usual: 0 });
  }

  #emitStall(ms: number): void {
    const options: Option[] = [
      { kind: 'stall', ms: 0 },
      { kind: 'stall', ms },
    ];
    this.#options.emit({ kind: 'decision', cause: 'cpu', options, chosen: 1, usual: 0 });
  }
}

function misfit(error: CourseError): CourseError {
  return new CourseError({ ...partsOf(error), kind: 'misuse' });
}
