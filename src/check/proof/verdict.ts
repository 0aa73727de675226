// What the runs of one twin say about its contract: an order that some run breaks, a freedom that none shows, and on what the order
// rests besides the rules of the engine.
import type { CourseError } from '../../error.ts';
import type { Coverage } from '../../explore/count/coverage.ts';
import { linesWithEnd, newTally } from '../../order/index.ts';
import type { Contract, FreedomCount, Tally } from '../../order/index.ts';
import { unitsPerMsOf } from '../../runtime/engines.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import type { Batch, Found } from '../../runtime/schedules/jobs.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import { assumed, leastMs } from '../../runtime/schedules/margin.ts';
import { notSeen, tooWide, unneeded, violation } from './verdict-errors.ts';
import { nearest, violations } from '../../recorded/violations.ts';
import type { Claimed, Violation } from '../../recorded/violations.ts';

/** What the runs of one cause gave. */
export interface CauseProof {
  readonly cause: ProofCause;
  /** Schedules; of `threads` where no engine has any: real runs. */
  readonly runs: number;
  /** How much of what is possible was seen; absent of real runs. */
  readonly coverage: Coverage | undefined;
  readonly outcomes: readonly Outcome[];
  /** The contract's freedoms by this cause, counted over these runs. */
  readonly freedoms: readonly FreedomCount[];
  /** ms: the shortest stall, or lateness, that breaks what the contract says; absent where none does, or where the cause has no length. */
  readonly margin?: number;
}

export interface JudgedCause {
  readonly proof: CauseProof;
  readonly errors: readonly CourseError[];
  /** What breaks the contract, and is not ruled out by what the contract assumes. */
  readonly broken: readonly Violation[];
}

/** Whether a broken order is no news: the usual run has the same fault. */
export function repeats(judged: JudgedCause, plain: JudgedCause | undefined): boolean {
  const said = plain?.broken[0]?.faults[0]?.message;
  return judged !== plain && said !== undefined && said === judged.broken[0]?.faults[0]?.message;
}

/** Everything in which the outcomes of one cause break the claim, and what was counted. */
export function judgeCause(claim: Claimed, { cause }: Batch, { outcomes, coverage, runs }: Found): JudgedCause {
  const { contract, program } = claim;
  const unitsPerMs = unitsPerMsOf(program);
  const broken = violations(contract, cause, outcomes);
  const assumption = contract.assumptions.find((one) => one.cause === cause);
  const margin = leastMs(
    broken.map(({ outcome }) => outcome),
    unitsPerMs,
  );
  const tally = tallyOf(contract, assumed(contract, cause, outcomes, unitsPerMs));
  const freedoms = tally.counts().filter(({ freedom }) => freedom.cause === cause);
  const proof = { cause, runs, coverage, outcomes, freedoms, ...(margin !== undefined && { margin }) };
  const judged = (errors: readonly CourseError[], left: readonly Violation[] = []) => ({ proof, errors, broken: left });
  if (assumption && broken.length === 0 && isWhole(coverage)) return judged([unneeded(claim, assumption)]);
  if (assumption && margin !== undefined) {
    if (margin < assumption.under) return judged([tooWide(claim, assumption, margin, nearest(broken).outcome)], broken);
  } else if (broken.length > 0) {
    return judged([violation(claim, cause, { broken, margin, runs })], broken);
  }
  const unseen = cause === 'none' ? [] : tally.verdicts(runs, [cause]);
  return judged(unseen.map((fault) => notSeen(claim, cause, fault)));
}

/** Only who has tried every stall knows that none breaks the contract. */
function isWhole(coverage: Coverage | undefined): boolean {
  return coverage?.kind === 'complete' && !coverage.pinned;
}

function tallyOf(contract: Contract, outcomes: readonly Outcome[]): Tally {
  const tally = newTally(contract);
  if (tally.counts().length === 0) return tally;
  for (const outcome of outcomes) {
    const lines = linesWithEnd(contract, outcome);
    for (let time = 0; time < outcome.count; time++) tally.see(lines);
  }
  return tally;
}
