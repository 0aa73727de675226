// The twins of a snippet with what their contracts are owed.
import { twins } from '../../course/snippets.ts';
import type { Snippet } from '../../course/snippets.ts';
import { contractOf } from '../../recorded/verdict.ts';
import { requiredBatches } from '../../runtime/schedules/plan.ts';
import { attempt } from '../../error.ts';
import type { Claim } from './verdict.ts';

/** The twins of a snippet with what their contracts are owed. */
export function claimsOf(snippet: Snippet): Claim[] {
  return twins(snippet).flatMap((program) => {
    const contract = attempt(() => contractOf(snippet, program.language));
    return 'error' in contract
      ? []
      : [{ snippet, program, contract: contract.value, batches: requiredBatches(contract.value) }];
  });
}
