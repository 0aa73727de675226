// Is what a contract leaves open really seen? A tally watches the outputs of many schedules and says which claims of
// freedom no schedule bears out.
import { align } from '../match/align.ts';
import { causes, childrenOf } from '../contract.ts';
import type { AlternativeNode, Cause, Contract, FreeFact, Freedom, OrderNode, ShuffleNode } from '../contract.ts';
import type { Fault } from '../judge/fault.ts';
import { AlternativeTally } from './alternative.ts';
import { FreeTally } from './pair.ts';
import { ShuffleTally } from './shuffle.ts';
import type { FreedomCount, FreedomTally } from './tally.ts';

export interface Tally {
  /** Takes the output of one schedule into account. An output that breaks the contract is left out. */
  see(stdout: readonly string[]): void;
  /** The claims that were not borne out in `schedules` schedules; `by` limits them to the causes that were explored. */
  verdicts(schedules: number, by?: readonly Cause[]): readonly Fault[];
  counts(): readonly FreedomCount[];
}

/** All freedoms that a contract claims, in its order. */
export function freedoms(contract: Contract): readonly Freedom[] {
  return claims(contract).map((claim) => claim.freedom);
}

/** An empty tally. Keep one for each cause, so that one cause does not bear out the claim of another. */
export function newTally(contract: Contract): Tally {
  const tallies = claims(contract).map(tallyOf);
  return {
    see(stdout) {
      const { lines, whole } = align(contract, stdout);
      if (whole) for (const tally of tallies) tally.see(lines);
    },
    verdicts: (schedules, by = causes) =>
      tallies.filter((tally) => by.includes(tally.freedom.cause)).flatMap((tally) => tally.verdict(schedules)),
    counts: () => tallies.map((tally) => tally.count()),
  };
}

type Claim = ShuffleNode | AlternativeNode | FreeFact;

function claims(contract: Contract): readonly Claim[] {
  const facts = contract.facts.filter((fact) => fact.kind === 'free');
  return [...freeBlocks(contract.body), ...facts].sort((a, b) => a.line - b.line);
}

function freeBlocks(node: OrderNode): readonly (ShuffleNode | AlternativeNode)[] {
  const inside = childrenOf(node).flatMap(freeBlocks);
  return node.kind === 'shuffle' || node.kind === 'alternative' ? [node, ...inside] : inside;
}

function tallyOf(claim: Claim): FreedomTally {
  switch (claim.kind) {
    case 'shuffle':
      return new ShuffleTally(claim);
    case 'alternative':
      return new AlternativeTally(claim);
    case 'free':
      return new FreeTally(claim);
  }
}
