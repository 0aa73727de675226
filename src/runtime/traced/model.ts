// What a run may choose: a model and a schedule (explore/).
import { CourseError } from '../../error.ts';
import type { Path } from '../../explore/clock/path.ts';
import type { Decision } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { Model } from '../models.ts';

/** The models that this engine has. */
export const tracedModels = ['usual', 'cpu', 'stalls', 'latency'] as const satisfies readonly Model[];
export type TracedModel = (typeof tracedModels)[number];

/** Throws a CourseError (`misuse`) for what is no model, and for one of another engine. */
export function tracedModelOf(model: string): TracedModel {
  const own = tracedModels.find((one) => one === model);
  if (own !== undefined) return own;
  const what = `the traced engine has no schedules of the model "${model}"`;
  throw new CourseError({ what, fix: `take one of: ${tracedModels.join(', ')}`, kind: 'misuse' });
}

/** A schedule means something only under its model. */
export interface Under {
  readonly model: TracedModel;
  readonly schedule: Schedule;
  /** For a trace: what the unknown times of the run are shown as. Nothing is decided by it. */
  readonly shown?: ShownTimes;
}

/** Values of a path, and which of its times come late: a Margin of explore/. */
export interface ShownTimes {
  /** ms, by the number of the time. */
  readonly values: readonly number[];
  readonly delays: readonly { readonly time: number; readonly length: number }[];
}

/** What a run chose. */
export interface Chosen {
  readonly decisions: readonly Decision[];
  /** As Run.pinned of explore/ says it. */
  readonly pinned: boolean;
  /** Absent under `usual`. */
  readonly path?: Path;
}
