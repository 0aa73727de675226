// What may make a program's order another one from run to run. A light file: what lists the causes loads no engine.
import type { Bound } from '../explore/bound.ts';
import type { Model } from './models.ts';

/** What there is to explore; `none` is the usual run alone. */
export const provenCauses = ['none', 'cpu', 'latency', 'ties', 'threads'] as const;
export type ProofCause = (typeof provenCauses)[number];

/** A model, and how many deviations from the usual way a search under it may make. */
export interface Phase {
  readonly model: Model;
  readonly bound: Bound;
}

/** Where threads may be switched: of the models, the one that says it for an engine. */
export type ThreadModel = Extract<Model, 'gil' | 'any'>;

/**
 * How a cause is explored: the first phase whose search comes to its end says all; the others are for programs that have too many
 * schedules for it.
 */
const phases: Readonly<Record<Exclude<ProofCause, 'threads'>, readonly Phase[]>> = {
  none: [{ model: 'usual', bound: {} }],
  cpu: [
    { model: 'cpu', bound: {} },
    { model: 'stalls', bound: { cpu: 2 } },
    { model: 'stalls', bound: { cpu: 1 } },
  ],
  latency: [{ model: 'latency', bound: {} }],
  ties: [{ model: 'ties', bound: {} }],
};

/** `threads`: the model of the engine's threads, where it has any. */
export function phasesOf(cause: ProofCause, threads: ThreadModel = 'any'): readonly Phase[] {
  if (cause !== 'threads') return phases[cause];
  return [2, 1].map((most) => ({ model: threads, bound: { threads: most } }));
}
