// What was proven, in numbers.
import type { TwinProof } from './proof.ts';

export interface ProofCounts {
  readonly twins: number;
  /** Of them, those that an engine could run on virtual time. */
  readonly onVirtualTime: number;
  readonly schedules: number;
  /** Added up over the twins. */
  readonly distinctOutputs: number;
  /** Freedoms that were seen, counted for each twin that shows them. */
  readonly freedoms: number;
}

export function countProofs(proofs: readonly TwinProof[]): ProofCounts {
  const causes = proofs.flatMap((proof) => proof.causes);
  return {
    twins: proofs.length,
    onVirtualTime: proofs.filter(({ causes: own }) => own.some(({ cause }) => cause !== 'threads')).length,
    schedules: causes.reduce((sum, { schedules }) => sum + schedules, 0),
    distinctOutputs: proofs.reduce((sum, proof) => sum + outputsOf(proof).size, 0),
    freedoms: causes.reduce((sum, { freedoms }) => sum + freedoms.length, 0),
  };
}

function outputsOf({ causes }: TwinProof): Set<string> {
  return new Set(causes.flatMap(({ outcomes }) => outcomes.map(({ stdout }) => stdout.join('\n'))));
}
