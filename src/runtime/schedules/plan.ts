// Under which causes a contract has to hold: time passes and threads are switched for every program that has them; a wait is late, and
// equal deadlines change places, where the contract says that this is what happens here.
import { freedoms } from '../../order/index.ts';
import type { Cause, Contract } from '../../order/index.ts';
import type { Program } from '../../course/snippets.ts';
import type { ProofCause } from '../causes.ts';
import { schedulerOf } from '../engines.ts';
import type { Batch } from './jobs.ts';

/** Real runs at most: of a broken program until it fails, and of any until what its contract leaves to threads was seen. */
export const mostReal = 100;

/** The seed of the first real run's pauses. */
export const firstSeed = 1;

type Wants = Pick<Program, 'language' | 'needs'>;

/** The causes whose schedules a program can be shown under: those of its engine, `none` among them; none at all without one. */
export function shownFor(program: Wants): readonly ProofCause[] {
  return schedulerOf(program)?.causes ?? [];
}

/** Whether the contract leaves something to the cause, or rests on a bound of it. */
export function namesCause({ assumptions, ...contract }: Contract, cause: ProofCause): boolean {
  const named: readonly Cause[] = [
    ...freedoms({ assumptions, ...contract }).map((freedom) => freedom.cause),
    ...assumptions.map((assumption) => assumption.cause),
  ];
  return named.some((one) => one === cause);
}

/** What is due for the contract of one twin under schedules; nothing where no engine has any. */
export function requiredBatches(program: Wants, contract: Contract): Batch[] {
  return shownFor(program)
    .filter((cause) => isAlwaysDue(cause) || namesCause(contract, cause))
    .map((cause) => ({ cause }));
}

/** A claim of order must hold however long the process stands still, and whichever thread goes on. */
function isAlwaysDue(cause: ProofCause): boolean {
  return cause === 'none' || cause === 'cpu' || cause === 'threads';
}

/** Whether real runs are due: the contract leaves something to threads, and no engine lets them take turns. */
export function needsRealRuns(program: Wants, contract: Contract): boolean {
  const shown = shownFor(program);
  return shown.length === 0 || (namesCause(contract, 'threads') && !shown.includes('threads'));
}
