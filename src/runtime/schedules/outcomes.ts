// The distinct outputs of an exploration as the rest of the course knows them: with a token, and what their runs decided about times.
import type { Program } from '../../course/snippets.ts';
import type { Path } from '../../explore/clock/path.ts';
import type { Output } from '../../explore/count/outputs.ts';
import { deviationsOf } from '../../explore/decision.ts';
import type { Decision, Run } from '../../explore/decision.ts';
import { differencesOf } from '../../explore/shrink/difference.ts';
import type { Model } from '../models.ts';
import type { Outcome } from '../outcome.ts';
import { outputKey } from '../process/output-key.ts';
import type { ScheduledOutcome } from './scheduled-program.ts';
import { tokenOf } from './token-of.ts';

interface Noted {
  readonly decisions: readonly Decision[];
  readonly path: Path;
}

export class Outcomes {
  readonly #program: Program;
  readonly #model: Model;
  readonly #noted = new Map<string, Noted[]>();

  constructor(program: Program, model: Model) {
    this.#program = program;
    this.#model = model;
  }

  /** Keeps what the run decided about times. */
  note({ decisions, outcome }: Run<ScheduledOutcome>): void {
    const { path } = outcome;
    if (!path) return;
    const key = outputKey(outcome);
    const known = this.#noted.get(key);
    if (known) known.push({ decisions, path });
    else this.#noted.set(key, [{ decisions, path }]);
  }

  of({ outcome, nearest, schedules }: Output<ScheduledOutcome>): Outcome {
    const { stdout, stderr, exit, elapsed, waiting } = outcome;
    const noted = this.#noted.get(outputKey(outcome)) ?? [];
    const paths = [
      ...noted.filter(({ decisions }) => decisions === nearest),
      ...noted.filter(({ decisions }) => decisions !== nearest),
    ].map(({ path }) => path);
    const token = tokenOf(this.#program, this.#model, deviationsOf(nearest));
    const origin = { kind: 'schedule', token, differences: differencesOf(nearest), paths } as const;
    return { stdout, stderr, exit, elapsed, count: schedules, origin, ...(waiting && { waiting }) };
  }
}
