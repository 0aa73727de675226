// The twins of a snippet with what their contracts are owed.
import { twins } from '../../course/snippets.ts';
import type { Snippet } from '../../course/snippets.ts';
import { contractOf } from '../../recorded/verdict.ts';
import { requiredBatches } from '../../runtime/schedules/plan.ts';
import { attempt } from '../../error.ts';
import type { Claim } from '../../recorded/violations.ts';

/** A claim of the course. */
export type SnippetClaim = Claim & { readonly snippet: Snippet };

/** The twins of a snippet with what their contracts are owed. */
export function claimsOf(snippet: Snippet): SnippetClaim[] {
  return twins(snippet).flatMap((program) => {
    const contract = attempt(() => contractOf(snippet, program.language));
    return 'error' in contract
      ? []
      : [{ snippet, program, contract: contract.value, batches: requiredBatches(program, contract.value) }];
  });
}
