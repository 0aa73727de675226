// How little must go wrong for an output to come, and which outputs come while nothing lasts as long as a contract assumes.
import { marginOf } from '../../explore/clock/margin.ts';
import type { Contract } from '../../order/index.ts';
import type { ProofCause } from '../causes.ts';
import type { Outcome } from '../outcome.ts';

/**
 * ms: of all runs that gave one of the outcomes, of one cause, the longest stall or lateness of the one where that is least.
 * Nothing need go wrong for the output of the usual run. undefined where none has a length: there are none, or their cause has none.
 */
export function leastMs(outcomes: readonly Outcome[], unitsPerMs: number): number | undefined {
  const schedules = outcomes.flatMap(({ origin }) => (origin.kind === 'schedule' ? [origin] : []));
  const paths = schedules.flatMap((origin) => origin.paths);
  if (paths.length === 0) return undefined;
  return schedules.some(({ differences }) => differences.length === 0) ? 0 : marginOf(paths).longest / unitsPerMs;
}

/** The outcomes of a cause that come even if nothing of it lasts as long as the contract assumes. */
export function assumed(
  { assumptions }: Pick<Contract, 'assumptions'>,
  cause: ProofCause,
  outcomes: readonly Outcome[],
  unitsPerMs: number,
): readonly Outcome[] {
  const assumption = assumptions.find((one) => one.cause === cause);
  if (!assumption) return outcomes;
  return outcomes.filter((outcome) => (leastMs([outcome], unitsPerMs) ?? 0) < assumption.under);
}
