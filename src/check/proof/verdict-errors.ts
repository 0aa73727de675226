// What is wrong with a claim, in words, each with what to type.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import { boundedCauses } from '../../order/contract.ts';
import type { Assumption, Fault } from '../../order/index.ts';
import { engineNameOf, schedulerOf, unitsPerMsOf } from '../../runtime/engines.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import { deadlockExit, limitExit } from '../../runtime/exit-codes.ts';
import { originOf, replayCommand } from '../../runtime/outcome.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { originInWords } from '../../runtime/schedules/departures.ts';
import { quoted } from '../../quoted.ts';
import { nearest } from '../../recorded/violations.ts';
import type { Claimed, Violation } from '../../recorded/violations.ts';

/** Some run breaks the contract, which assumes nothing of its cause. */
export function violation(
  claim: Claimed,
  cause: ProofCause,
  {
    broken,
    margin,
    runs,
  }: { readonly broken: readonly Violation[]; readonly margin: number | undefined; readonly runs: number },
): CourseError {
  const { outcome, faults } = nearest(broken);
  const [fault] = faults;
  const stuck = stuckSentence(claim, outcome);
  const what = stuck ?? fault?.message ?? '';
  const where = placeOf(claim, stuck === undefined ? fault : undefined);
  const twin = languageNames[claim.program.language];
  if (cause === 'none') {
    const differs = stuck === undefined && fault?.contractLine !== claim.contract.elapsed?.line;
    return new CourseError({ what: `${twin} in the usual run: ${what}`, where, fix: usualFix(claim, differs) });
  }
  const often = howOften(cause, broken, runs);
  const how = originInWords(outcome, unitsPerMsOf(claim.program));
  const fix = [wayOut(cause, margin), replay(claim, outcome)].join('\n');
  return new CourseError({ what: `${twin}: ${often}. Nearest: ${how}: ${what}`, where, fix });
}

/** What a contract assumes does not rule out what breaks it. */
export function tooWide(
  claim: Claimed,
  { cause, under, line }: Assumption,
  margin: number,
  outcome: Outcome,
): CourseError {
  const most = Math.floor(margin);
  const noun = cause === 'cpu' ? 'a stall' : 'a lateness';
  const length = margin < 1 ? 'of less than 1 ms' : `of ${Math.ceil(margin)} ms`;
  const less =
    most > 0 ? `assume less: ~ assume ${cause} under ${most} ms: reason` : 'claim less: no assumption saves this order';
  return new CourseError({
    what: `${languageNames[claim.program.language]}: ${noun} ${length} already breaks the contract, which assumes ${cause} under ${under} ms`,
    where: { file: claim.contract.file, line },
    fix: `${less}\n${replay(claim, outcome)}`,
  });
}

/** Nothing breaks the contract, so that it need not assume anything. */
export function unneeded({ program, contract }: Claimed, { cause, line }: Assumption): CourseError {
  return new CourseError({
    what: `${languageNames[program.language]}: no schedule of ${cause} breaks the contract: nothing needs this assumption`,
    where: { file: contract.file, line },
    fix: 'delete the line: the order is promised',
  });
}

/** A freedom that no run shows. */
export function notSeen(claim: Claimed, cause: ProofCause, fault: Fault): CourseError {
  return new CourseError({
    what: `${languageNames[claim.program.language]}: ${fault.message}`,
    where: placeOf(claim, fault),
    fix: `claim the order that it has, or see how often: npm run course -- explore ${wordsOf(claim)} --cause ${cause}`,
  });
}

/** What a run that ended in a deadlock or at a limit is, where the contract expects neither; undefined for any other. */
function stuckSentence({ contract }: Claimed, { exit, stderr, waiting }: Outcome): string | undefined {
  if (exit === contract.exit.code) return undefined;
  if (exit === limitExit) return `the program did not come to its end: ${stderr.at(-1) ?? 'it was stopped'}`;
  if (exit !== deadlockExit || !waiting) return undefined;
  return ['deadlock: nothing left can wake the program', ...waiting.map((line) => `  ${line}`)].join('\n');
}

function howOften(cause: ProofCause, broken: readonly Violation[], runs: number): string {
  const times = broken.reduce((sum, { outcome: { count } }) => sum + count, 0);
  const isReal = broken.some(({ outcome: { origin } }) => origin.kind === 'real');
  const verb = times === 1 ? 'breaks' : 'break';
  return `${times} of ${runs} ${isReal ? 'real runs under seeded pauses' : `schedules of ${cause}`} ${verb} the contract`;
}

/** What may be claimed instead. */
function wayOut(cause: ProofCause, margin: number | undefined): string {
  const isBounded = boundedCauses.some((one) => one === cause);
  if (!isBounded || margin === undefined || margin < 1) return 'claim less, or close the race';
  return `claim less, or say on what the order rests: ~ assume ${cause} under ${Math.floor(margin)} ms: reason`;
}

/** A token replays a schedule; a seed only steers a real run. */
function replay(claim: Claimed, outcome: Outcome): string {
  const steered = 'the seed steers a real run, which may still go another way';
  const how = outcome.origin.kind === 'schedule' ? 'replay it' : steered;
  return `${how}: npm run course -- ${replayCommand(wordsOf(claim), originOf(outcome))}`;
}

function usualFix(claim: Claimed, differs: boolean): string {
  const { language } = claim.program;
  const engine = schedulerOf(claim.program)?.name ?? engineNameOf(language, 'virtual');
  const declare = `\nwhere the languages truly differ, declare it: ~ ${language}: line because: reason`;
  const name = claim.snippet?.id ?? quoted(claim.program.path);
  return `see it: npm run course -- run ${name} --engine ${engine}${differs && claim.snippet ? declare : ''}`;
}

/** How a command names one twin, or a program of the reader's own, with its contract where that does not stand beside it. */
function wordsOf({ snippet, program: { path, language }, contract: { file } }: Claimed): string {
  if (snippet) return `${snippet.id} --${language}`;
  return file === path.replace(/\.\w+$/, '.order') ? quoted(path) : `${quoted(path)} --order ${quoted(file)}`;
}

function placeOf({ contract, program }: Claimed, fault: Fault | undefined): Place {
  const line = fault?.contractLine;
  return line === undefined ? { file: program.path } : { file: contract.file, line };
}
