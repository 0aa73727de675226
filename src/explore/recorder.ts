// The `choose` of an engine in this process: a policy answers, and each answer is kept.
import type { Choice, Choose, Decision, Run, Step } from './decision.ts';
import { policyOf } from './policy/of-schedule.ts';
import type { Policy } from './policy/policy.ts';
import type { Schedule } from './schedule.ts';

/** Runs a program that asks the recorder. Throws a CourseError where the schedule does not fit it. */
export function runUnder<Outcome>(schedule: Schedule, program: (recorder: Recorder) => Outcome): Run<Outcome> {
  const recorder = new Recorder(policyOf(schedule));
  const outcome = program(recorder);
  return { decisions: recorder.end(), outcome };
}

export class Recorder {
  readonly #policy: Policy;
  readonly #decisions: Decision[] = [];

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** What the engine calls. Throws what the policy throws, and a RangeError for a question or an answer that is none. */
  readonly choose: Choose = (choice) => {
    if (choice.options < 2) throw new RangeError(`${choice.options} options: nothing is to be chosen`);
    const taken = this.#policy.answer(choice, this.#decisions.length);
    if (!isOption(taken, choice)) throw new RangeError(`${taken} is none of ${choice.options} options`);
    this.#decisions.push({ ...choice, taken });
    return taken;
  };

  /** What ran because of the last decision. An engine that looks calls it before the next one, and at the end. */
  ran(step: Step): void {
    const last = this.#decisions.pop();
    if (last) this.#decisions.push({ ...last, step });
  }

  /** What ran since decision `position` has shown that these options lead only to what others lead to: Decision.needless. */
  needless(position: number, options: readonly number[]): void {
    const decision = this.#decisions[position];
    if (decision) this.#decisions[position] = { ...decision, needless: options };
  }

  /** The decisions of the run, which has ended. Throws where it was not the one that was asked for. */
  end(): readonly Decision[] {
    this.#policy.end?.(this.#decisions.length);
    return this.#decisions;
  }
}

function isOption(taken: number, { options }: Choice): boolean {
  return Number.isInteger(taken) && taken >= 0 && taken < options;
}
