// Check: no run breaks a contract, whatever its engine may choose, and every freedom that the contracts claim is seen.
import type { Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';
import { exploreAll } from '../../runtime/schedules/explore.ts';
import type { Explored, ExploreRequest } from '../../runtime/schedules/jobs.ts';
import { isPerturbed, provePerturbed } from './perturbed.ts';
import { unshownFreedoms } from './freedoms.ts';
import { staleNumbers } from './stored.ts';
import { printsOf, unrealDifferences } from './twins.ts';
import { judgeCause, repeats } from './verdict.ts';
import { claimsOf } from './claims.ts';
import type { SnippetClaim } from './claims.ts';
import type { TwinProof } from './twin-proof.ts';

/**
 * Proves the twins of `snippets` over their schedules, in their order. Contracts that cannot be read are left out: the check
 * of the contracts says so. Never rejects for what a program does.
 */
export async function prove(
  root: string,
  snippets: readonly Snippet[],
  request?: ExploreRequest,
): Promise<TwinProof[]> {
  const claims = snippets.flatMap(claimsOf);
  const explored = await exploreAll(root, claims, request);
  const proofs = claims.map((claim, index) => judge(claim, explored[index]));
  const real = [...claims.entries()].filter(([index, claim]) => isPerturbed(claim, explored[index])).values();
  const prover = async (): Promise<void> => {
    for (const [index, claim] of real) {
      const proof = proofs[index];
      if (proof && !request?.signal?.aborted) proofs[index] = await withRealRuns(root, claim, proof, request);
    }
  };
  // real runs mostly wait: two programs at a time keep the machine busy without disturbing one another
  await Promise.all([prover(), prover()]);
  const proven = snippets.flatMap((snippet) => withTwinErrors(proofs.filter((proof) => proof.snippet === snippet)));
  return Promise.all(proven.map((one) => withStoredNumbers(root, one)));
}

/** What is false about the program itself is said first: the stored numbers may be its consequence. */
async function withStoredNumbers(root: string, proof: TwinProof): Promise<TwinProof> {
  return proof.errors.length > 0 ? proof : { ...proof, errors: await staleNumbers(root, proof) };
}

export const proof: Check = {
  name: 'proof',
  title: 'no schedule breaks a contract, and every freedom is seen',
  run: async ({ course, snippets, signal, progress }) => {
    const proofs = await prove(course.root, snippets, { signal, progress });
    if (signal?.aborted) return [];
    return proofs.flatMap(({ errors, refused }) => [...errors, ...(refused?.kind === 'missing' ? [refused] : [])]);
  },
};

function judge(claim: SnippetClaim, explored: Explored | undefined): TwinProof {
  const { snippet, program, batches } = claim;
  if (!explored || 'refused' in explored) {
    const failed = explored?.failed ? [explored.refused] : [];
    return { snippet, program, causes: [], refused: explored?.refused, errors: failed };
  }
  const judged = batches.flatMap((batch, index) => {
    const found = explored.batches[index];
    return found ? judgeCause(claim, batch, found) : [];
  });
  return {
    snippet,
    program,
    causes: judged.map(({ proof: one }) => one),
    refused: undefined,
    errors: judged.filter((one) => !repeats(one, judged[0])).flatMap(({ errors }) => errors),
  };
}

async function withRealRuns(
  root: string,
  claim: SnippetClaim,
  proof: TwinProof,
  request?: ExploreRequest,
): Promise<TwinProof> {
  request?.progress?.(claim.program.path);
  const judged = await provePerturbed(root, claim, request?.signal);
  if (judged instanceof CourseError) {
    // what the machine lacks is no fault of the program
    if (judged.kind === 'missing') return { ...proof, refused: judged };
    return { ...proof, refused: proof.refused ?? judged, errors: [...proof.errors, judged] };
  }
  return { ...proof, causes: [...proof.causes, judged.proof], errors: [...proof.errors, ...judged.errors] };
}

/** What only both twins together tell goes with the last one. Where a twin breaks its contract, that alone is said. */
function withTwinErrors(proofs: readonly TwinProof[]): readonly TwinProof[] {
  const last = proofs.at(-1);
  if (!last || proofs.length < 2 || proofs.some(({ errors }) => errors.length > 0)) return proofs;
  const causesOf = (language: Program['language']) =>
    printsOf(last.snippet, language, proofs.find(({ program }) => program.language === language)?.causes ?? []);
  const prints = { ts: causesOf('ts'), py: causesOf('py') };
  const errors = [...unrealDifferences(last.snippet, prints), ...unshownFreedoms(last.snippet, proofs)];
  return [...proofs.slice(0, -1), { ...last, errors }];
}
