// What the schedules of one twin say about its contract: an order that some schedule breaks, a freedom that none shows.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import { checkRun, linesWithEnd, newTally } from '../../order/index.ts';
import type { Contract, Fault, FreedomCount, Tally } from '../../order/index.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import type { Batch, ProofJob } from '../../runtime/schedules/jobs.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import { engineNameOf } from '../../runtime/engines.ts';
import { unended } from '../../runtime/schedules/unended.ts';
import { wholeSteps } from '../../recorded/verdict.ts';

/** What the schedules of one cause gave. */
export interface CauseProof {
  readonly cause: ProofCause;
  readonly schedules: number;
  readonly outcomes: readonly Outcome[];
  /** The contract's freedoms by this cause, counted over these schedules. */
  readonly freedoms: readonly FreedomCount[];
}

/** An outcome that breaks the contract. */
export interface Violation {
  readonly outcome: Outcome;
  readonly faults: readonly Fault[];
}

/** A job of a snippet: it has a contract to meet. */
export type Claim = ProofJob & Required<Pick<ProofJob, 'snippet' | 'contract'>>;

/** A claim, whatever it is tried under. */
type Claimed = Omit<Claim, 'batches'>;

/** The outcomes that break the contract. Only the plain virtual run must take the time that the contract says. */
function violations(contract: Contract, cause: ProofCause, outcomes: readonly Outcome[]): Violation[] {
  return outcomes.flatMap((outcome) => {
    const { stdout, stderr, exit, elapsed } = outcome;
    const faults = checkRun(contract, {
      stdout,
      stderr,
      exit,
      ...(cause === 'none' && { elapsed: wholeSteps(elapsed) }),
    });
    return faults.length === 0 ? [] : [{ outcome, faults }];
  });
}

export interface JudgedCause {
  readonly proof: CauseProof;
  readonly errors: readonly CourseError[];
  readonly broken: readonly Violation[];
}

/** Whether a broken order is no news: the plain virtual run has the same fault. */
export function repeats(judged: JudgedCause, plain: JudgedCause | undefined): boolean {
  const said = plain?.broken[0]?.faults[0]?.message;
  return judged !== plain && said !== undefined && said === judged.broken[0]?.faults[0]?.message;
}

/** Everything in which the outcomes of one cause break the claim, and what was counted. */
export function judgeCause(claim: Claimed, batch: Batch<ProofCause>, outcomes: readonly Outcome[]): JudgedCause {
  const { contract } = claim;
  const broken = violations(contract, batch.cause, outcomes);
  const tally = tallyOf(contract, outcomes);
  const freedoms = tally.counts().filter(({ freedom }) => freedom.cause === batch.cause);
  const proof = { cause: batch.cause, schedules: batch.seeds, outcomes, freedoms };
  if (broken.length > 0) return { proof, errors: [describeViolation(claim, batch, broken)], broken };
  const { cause, seeds } = batch;
  const unseen = cause === 'none' ? [] : tally.verdicts(seeds, [cause]);
  return { proof, errors: unseen.map((fault) => notSeen(claim, batch, fault)), broken };
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

function describeViolation(claim: Claimed, batch: Batch<ProofCause>, broken: readonly Violation[]): CourseError {
  const [first] = broken.toSorted((a, b) => a.outcome.firstSeed - b.outcome.firstSeed);
  if (!first) throw new Error('there is no violation to tell of');
  const { outcome, faults } = first;
  const stuck = batch.cause === 'threads' ? undefined : unended(claim, batch.cause, outcome);
  const [fault] = faults;
  const what = stuck ?? fault?.message ?? '';
  const where = placeOf(claim, stuck === undefined ? fault : undefined);
  const twin = languageNames[claim.program.language];
  if (batch.cause === 'none') {
    const differs = stuck === undefined && fault?.contractLine !== claim.contract.elapsed?.line;
    return new CourseError({
      what: `${twin} on the virtual clock: ${what}`,
      where,
      fix: virtualClockFix(claim, differs),
    });
  }
  const seed = outcome.firstSeed;
  const often = howOften(batch, seed, broken);
  return new CourseError({ what: `${twin}: ${often}: ${what}`, where, fix: replayHint(claim, batch.cause, seed) });
}

function howOften({ cause, seeds }: Batch<ProofCause>, seed: number, broken: readonly Violation[]): string {
  const times = broken.reduce((sum, { outcome: { count } }) => sum + count, 0);
  const real = cause === 'threads';
  if (seeds === 1) return `the ${real ? 'real run' : `schedule of ${cause}`} with seed ${seed} breaks the contract`;
  const many = real ? 'real runs under seeded pauses' : `schedules of ${cause}`;
  return `${times} of ${seeds} ${many} break the contract, the first with seed ${seed}`;
}

/** A seed replays a schedule of a virtual clock; it only steers a real run. */
function replayHint(claim: Claimed, cause: ProofCause, seed: number): string {
  const command = `${exploring(claim)} --cause ${cause} --seed ${seed} --seeds 1`;
  if (cause !== 'threads') return `replay it: ${command}`;
  return `claim less, or close the race; the seed steers a real run, which may still go another way: ${command}`;
}

function virtualClockFix({ snippet, program: { language } }: Claimed, differs: boolean): string {
  const engine = engineNameOf(language, 'virtual');
  const declare = `\nwhere the languages truly differ, declare it: ~ ${language}: line because: reason`;
  return `see it: npm run course -- run ${snippet.id} --engine ${engine}${differs ? declare : ''}`;
}

function notSeen(claim: Claimed, { cause }: Batch<ProofCause>, fault: Fault): CourseError {
  return new CourseError({
    what: `${languageNames[claim.program.language]}: ${fault.message}`,
    where: placeOf(claim, fault),
    fix: `claim the order that it has, or see how often: ${exploring(claim)} --cause ${cause}`,
  });
}

/** The command that explores one twin. */
function exploring({ snippet, program }: Claimed): string {
  return `npm run course -- explore ${snippet.id} --${program.language}`;
}

function placeOf({ contract, program }: Claimed, fault: Fault | undefined): Place {
  const line = fault?.contractLine;
  return line === undefined ? { file: program.path } : { file: contract.file, line };
}
