// All causes of a program as one, where the search of each came to its end.
import type { Bound } from '../../explore/bound.ts';
import type { Complete } from '../../explore/count/coverage.ts';
import type { CauseProof } from '../../check/proof/verdict.ts';
import { outputKey } from '../../runtime/process/output-key.ts';

/** undefined where something was only sampled. */
export function whole(
  proofs: readonly CauseProof[],
): { readonly outputs: number; readonly coverage: Complete } | undefined {
  const parts: Complete[] = [];
  for (const { coverage } of proofs) {
    if (coverage?.kind !== 'complete') return undefined;
    parts.push(coverage);
  }
  const coverage: Complete = {
    kind: 'complete',
    schedules: parts.reduce((sum, { schedules }) => sum + schedules, 0),
    causes: [...new Set(parts.flatMap(({ causes }) => causes))],
    bound: parts.reduce<Bound>((all, { bound }) => ({ ...all, ...bound }), {}),
    pinned: parts.some(({ pinned }) => pinned),
  };
  return { outputs: new Set(proofs.flatMap(({ outcomes }) => outcomes.map(outputKey))).size, coverage };
}
