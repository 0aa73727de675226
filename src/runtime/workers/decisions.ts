// The decisions of a run: which thread goes on, and from which port a thread takes a message first.
import type { Choice, Decision, Way } from '../../explore/decision.ts';
import { policyOf } from '../../explore/policy/of-schedule.ts';
import { Recorder } from '../../explore/recorder.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { Place } from '../traced/threads/requests.ts';
import type { Happened } from './happened.ts';
import type { Options, Thread } from './thread.ts';

interface DecisionsOptions {
  readonly schedule: Schedule;
  /** Whether anything is chosen: under the model `usual` nothing is. */
  readonly asks: boolean;
  readonly happened: Happened;
  /** What else belongs to the state. */
  readonly stateOf: () => string;
  /** Told of each answer that was another one than 0. */
  readonly onDeviation: (threads: readonly Thread[], taken: number) => void;
}

export class Decisions {
  readonly #recorder: Recorder;
  readonly #options: DecisionsOptions;

  constructor(options: DecisionsOptions) {
    this.#options = options;
    this.#recorder = new Recorder(policyOf(options.schedule));
  }

  /** The thread that goes on: first whether one does that costs a preemption, then, if not, which of the others. */
  thread(current: Thread, { free, costly }: Options, place: Place): Thread | undefined {
    const [usual] = free;
    if (!usual || !this.#options.asks) return usual;
    const state = `${usual.id} ${free.length > 1}`;
    const chosen = this.#among(current, [usual, ...costly], 1, place, state);
    return chosen === usual ? this.#among(current, free, 0, place, state) : chosen;
  }

  /** Which of these messages comes first: each the first at its port. */
  message(current: Thread, messages: readonly Way[]): number {
    const options = messages.length;
    if (options < 2 || !this.#options.asks) return 0;
    const state = messages.map(({ id }) => id).join(' ');
    return this.#ask(current, { what: 'poll', line: 0 }, state, { options, ways: messages });
  }

  /** Of the run, which has ended. Throws a CourseError where it was not the one that the schedule is of. */
  end(): readonly Decision[] {
    return this.#recorder.end();
  }

  #among(current: Thread, threads: readonly Thread[], cost: number, place: Place, state: string): Thread | undefined {
    if (threads.length < 2) return threads[0];
    const ways = threads.map(({ name, steps, line }): Way => ({
      id: `${name} ${steps}`,
      strand: name,
      ...lineOf(line),
    }));
    const asked = { options: threads.length, ways, ...(cost > 0 && { cost }) };
    const taken = this.#ask(current, place, state, asked);
    if (taken > 0) this.#options.onDeviation(threads, taken);
    return threads[taken];
  }

  #ask(
    { name }: Thread,
    { what, line }: Place,
    state: string,
    choice: Pick<Choice, 'options' | 'ways' | 'cost'>,
  ): number {
    const { happened, stateOf } = this.#options;
    const at = { strand: name, what, ...lineOf(line) };
    return this.#recorder.choose({ cause: 'threads', at, state: happened.state(`${state} ${stateOf()}`), ...choice });
  }
}

function lineOf(line: number): { readonly line?: number } {
  return line > 0 ? { line } : {};
}
