// What was proven, in numbers.
import { outputKey } from '../../runtime/process/output-key.ts';
import type { TwinProof } from './twin-proof.ts';
import type { CauseProof } from './verdict.ts';

export interface ProofCounts {
  readonly twins: number;
  /** Of them, those that an engine could run on virtual time. */
  readonly onVirtualTime: number;
  /** On virtual time. */
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
    causes.filter(({ cause }) => (cause === 'threads') === real).reduce((sum, { schedules }) => sum + schedules, 0);
  return {
    twins: proofs.length,
    onVirtualTime: proofs.filter(({ causes: own }) => own.some(({ cause }) => cause !== 'threads')).length,
    schedules: runs(false),
    distinctOutputs: proofs.reduce((sum, proof) => sum + distinctOutputs(proof.causes), 0),
    realRuns: runs(true),
    freedoms: causes.reduce((sum, { freedoms }) => sum + freedoms.length, 0),
  };
}

/** How many outputs a twin had on virtual time, over all causes: they differ in stdout, stderr or exit code. */
export function distinctOutputs(causes: readonly CauseProof[]): number {
  const virtual = causes.filter(({ cause }) => cause !== 'threads');
  return new Set(virtual.flatMap(({ outcomes }) => outcomes.map(outputKey))).size;
}
