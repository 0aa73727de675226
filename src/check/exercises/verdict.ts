// Is a program a solution of an exercise? First a real run, as its writer sees it, then all orders; the first run that breaks the
// contract is told, and which known mistake explains it.
import type { Attempt, Exercise } from '../../course/exercises.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { coverageSentence } from '../../explore/count/sentence.ts';
import type { Language } from '../../languages.ts';
import { checkRun, mayDeadlock, parseContract } from '../../order/index.ts';
import type { Contract } from '../../order/index.ts';
import { nearest } from '../../recorded/violations.ts';
import { textOf, verifyRun } from '../../recorded/verdict.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import { limits } from '../../runtime/engine.ts';
import { unitsPerMsOf } from '../../runtime/engines.ts';
import { limitExit } from '../../runtime/exit-codes.ts';
import { originOf } from '../../runtime/outcome.ts';
import { originInWords } from '../../runtime/schedules/departures.ts';
import { exploreAll } from '../../runtime/schedules/explore.ts';
import type { Explored, ProofJob, Spending } from '../../runtime/schedules/jobs.ts';
import { requiredBatches } from '../../runtime/schedules/plan.ts';
import { stuckAfter } from '../../runtime/schedules/real.ts';
import { isPerturbed, provePerturbed } from '../proof/perturbed.ts';
import { judgeCause } from '../proof/verdict.ts';
import type { JudgedCause } from '../proof/verdict.ts';

/** What a run printed, and how it ended. */
interface Printed {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number | null;
}

export type ExerciseVerdict =
  /** It holds in all that was tried: one sentence for each cause. `untried` says why orders were left out. */
  | {
      readonly kind: 'passes';
      /** It held in a real run, too. */
      readonly isReal: boolean;
      readonly tried: readonly string[];
      readonly untried: readonly string[];
      readonly judged: readonly JudgedCause[];
    }
  | Failed
  /** The machine lacks an engine. */
  | { readonly kind: 'unknown'; readonly error: CourseError };

export interface Failed {
  readonly kind: 'fails';
  /** In the run that everybody sees, or in another order. */
  readonly stage: 'run' | 'orders';
  readonly message: string;
  readonly printed: Printed | undefined;
  /** The first line on stdout that does not fit, from 1. */
  readonly outputLine: number | undefined;
  /** What makes the order another one than the usual, in words, with what replays it. */
  readonly difference?: { readonly words: string; readonly token?: string; readonly seed?: number };
  readonly mistake: Attempt | undefined;
}

export interface VerdictRequest {
  readonly root: string;
  readonly exercise: Exercise;
  readonly program: Program;
  readonly signal?: AbortSignal | undefined;
  /** What the search of orders may spend on one cause; what a proof spends if absent. */
  readonly spending?: Spending;
  /** False where nothing may run but on a virtual engine. */
  readonly realRun?: boolean;
}

/** Rejects only for faults of ours, and for a contract that cannot be read. */
export async function judgeProgram(request: VerdictRequest): Promise<ExerciseVerdict> {
  const { exercise, program } = request;
  const { text, path } = exercise.contracts[program.language];
  const contract = parseContract(text, { file: path, language: program.language });
  try {
    return (await realRun(request, contract)) ?? (await allOrders(request, contract));
  } catch (error) {
    if (error instanceof CourseError && error.kind === 'missing') return { kind: 'unknown', error };
    throw error;
  }
}

/** The fault of a real run; undefined where it meets the contract, or was not wanted. */
async function realRun(request: VerdictRequest, contract: Contract): Promise<Failed | undefined> {
  const { root, exercise, program, signal } = request;
  if (request.realRun === false) return undefined;
  const { engine } = await engineFor(root, program);
  const timeLimit = mayGetStuck(exercise, program.language) ? stuckAfter : limits.time;
  const result = await engine.run({ file: program.file, timeLimit, ...(signal && { signal }) });
  const [fault] = verifyRun(contract, result);
  if (!fault) return undefined;
  const exit = result.stopped === 'time limit' ? limitExit : result.exit;
  const printed = { stdout: textOf(result.lines, 'stdout'), stderr: textOf(result.lines, 'stderr'), exit };
  const mistake = mistakeOf(exercise, program.language, printed);
  return { kind: 'fails', stage: 'run', message: fault.message, printed, outputLine: fault.outputLine, mistake };
}

async function allOrders(request: VerdictRequest, contract: Contract): Promise<ExerciseVerdict> {
  const { root, program, signal, spending } = request;
  const claim = { program, contract, batches: requiredBatches(program, contract) } satisfies ProofJob;
  const [explored] = await exploreAll(root, [claim], { signal, ...(spending && { spending }) });
  const judged = judgedOf(claim, explored);
  const refused = explored && 'refused' in explored ? explored.refused : undefined;
  if (refused && explored && 'failed' in explored)
    return {
      kind: 'fails',
      stage: 'orders',
      message: refused.what,
      printed: undefined,
      outputLine: undefined,
      mistake: undefined,
    };
  if (request.realRun === false && refused) return { kind: 'unknown', error: refused };
  if (isPerturbed(claim, explored) && request.realRun !== false) {
    const real = await provePerturbed(root, claim, signal);
    if (real instanceof CourseError) return { kind: 'unknown', error: real };
    judged.push(real);
  }
  const broken = judged.find((one) => one.broken.length > 0);
  if (broken) return failedIn(request, broken);
  const untried = refused && judged.length === 0 ? [refused.what] : [];
  return { kind: 'passes', isReal: request.realRun !== false, tried: judged.flatMap(sentenceOf), untried, judged };
}

function judgedOf(claim: ProofJob & { readonly contract: Contract }, explored: Explored | undefined): JudgedCause[] {
  if (!explored || 'refused' in explored) return [];
  return claim.batches.flatMap((batch, index) => {
    const found = explored.batches[index];
    return found ? [judgeCause(claim, batch, found)] : [];
  });
}

function sentenceOf({ proof: { cause, outcomes, coverage, runs } }: JudgedCause): string[] {
  if (cause === 'none') return [];
  if (!coverage) return [`${runs} real runs under seeded pauses`];
  return [`${cause}: ${coverageSentence(outcomes.length, coverage)}`];
}

/** The run that is nearest to the usual one. */
function failedIn({ exercise, program }: VerdictRequest, { broken }: JudgedCause): Failed {
  const { outcome, faults } = nearest(broken);
  const { stdout, stderr, exit } = outcome;
  const printed = { stdout, stderr, exit };
  const words = originInWords(outcome, unitsPerMsOf(program));
  const known = broken.map((one) => mistakeOf(exercise, program.language, one.outcome));
  return {
    kind: 'fails',
    stage: 'orders',
    message: faults[0]?.message ?? '',
    printed,
    outputLine: faults[0]?.outputLine,
    difference: { words, ...originOf(outcome) },
    mistake: mistakeOf(exercise, program.language, printed) ?? known.find((one) => one !== undefined),
  };
}

/** Whether a known mistake gets stuck: a real run is found out by its time alone. */
function mayGetStuck({ attempts }: Exercise, language: Language): boolean {
  return attempts.some(({ contracts }) => {
    const { text, path } = contracts[language];
    return mayDeadlock(parseContract(text, { file: path, language }));
  });
}

/** The wrong solution of this language that prints the same, or the starter, which may print what it likes. */
function mistakeOf(exercise: Exercise, language: Language, printed: Printed): Attempt | undefined {
  const [start, ...wrong] = exercise.attempts;
  return [...wrong, ...(start ? [start] : [])].find(({ programs, contracts }) => {
    if (!programs[language]) return false;
    const { text, path } = contracts[language];
    return checkRun(parseContract(text, { file: path, language }), printed).length === 0;
  });
}
