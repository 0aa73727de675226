// What was proven, in numbers.
import { outputKey } from '../../runtime/process/output-key.ts';
import type { TwinProof } from './twin-proof.ts';
import type { CauseProof } from './verdict.ts';

export interface ProofCounts {
  readonly twins: number;
  /** Of them, those that an engine could run under schedules. */
  readonly onVirtualTime: number;
  /** Of them, those of which all schedules were run, within the bounds that are named. */
  readonly complete: number;
  readonly schedules: number;
  /** Of these schedules, added up over the twins. */
  readonly distinctOutputs: number;
  /** Real runs under seeded pauses. */
  readonly realRuns: number;
  /** Freedoms that were seen, counted for each twin that shows them. */
  readonly freedoms: number;
}

export function countProofs(proofs: readonly TwinProof[]): ProofCounts {
  const causes = proofs.flatMap((proof) => proof.causes);
  const runs = (real: boolean) =>
    causes.filter(({ coverage }) => (coverage === undefined) === real).reduce((sum, { runs: own }) => sum + own, 0);
  const scheduled = proofs.filter(({ causes: own }) => own.some(isScheduled));
  return {
    twins: proofs.length,
    onVirtualTime: scheduled.length,
    complete: scheduled.filter(({ causes: own }) => own.every(isComplete)).length,
    schedules: runs(false),
    distinctOutputs: proofs.reduce((sum, proof) => sum + distinctOutputs(proof.causes), 0),
    realRuns: runs(true),
    freedoms: causes.reduce((sum, { freedoms }) => sum + freedoms.length, 0),
  };
}

/** How many outputs a twin had under schedules, over all causes: they differ in stdout, stderr or exit code. */
export function distinctOutputs(causes: readonly CauseProof[]): number {
  return new Set(causes.filter(isScheduled).flatMap(({ outcomes }) => outcomes.map(outputKey))).size;
}

function isScheduled({ coverage }: CauseProof): boolean {
  return coverage !== undefined;
}

function isComplete({ coverage }: CauseProof): boolean {
  return coverage?.kind === 'complete';
}
