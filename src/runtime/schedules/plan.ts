// Which schedules a contract requires: what it claims to be free by a cause, and the order that it claims beside, are
// tried under many schedules of that cause; `cpu` time passes for every program.
import type { Language } from '../../languages.ts';
import { freedoms } from '../../order/index.ts';
import type { Cause, Contract } from '../../order/index.ts';
import type { ProofCause, VirtualCause } from '../causes.ts';
import { virtualOf } from '../engines.ts';
import type { Batch } from './jobs.ts';

/** How many schedules: of a cause that the contract names, and of `cpu` where it does not name it. */
export const seedsOf = { named: 200, cpu: 50 } as const;

/** Real runs at most: of a broken program until it fails, and of any until what its contract leaves to threads was seen. */
export const mostReal = 100;

/** The seed of the first schedule of each cause. */
export const firstSeed = 1;

/** The causes whose schedules a language can be shown under, on its virtual clock. */
export function shownIn(language: Language): readonly VirtualCause[] {
  return virtualOf(language).causes.filter((cause) => cause !== 'threads');
}

/** Whether the contract leaves something to the cause. */
export function namesCause(contract: Contract, cause: ProofCause): boolean {
  return freedoms(contract).some((freedom) => freedom.cause === cause);
}

/** What is due for the contract of one twin: the virtual clock first, then its causes. */
export function requiredBatches(contract: Contract): Batch[] {
  const named = new Set<Cause>(freedoms(contract).map(({ cause }) => cause));
  return shownIn(contract.language).flatMap((cause): Batch[] => {
    if (cause === 'none') return [{ cause, seeds: 1, seed: firstSeed }];
    const seeds = named.has(cause) ? seedsOf.named : cause === 'cpu' ? seedsOf.cpu : 0;
    return seeds === 0 ? [] : [{ cause, seeds, seed: firstSeed }];
  });
}
