// Runs the twins of snippets on virtual time: once without a schedule, then under the schedules that are due. Python's
// programs share a process, one for those of gevent, while TypeScript's run in this one.
import type { Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Contract } from '../../order/index.ts';
import { needsOfRealTime } from '../engines.ts';
import { exploreAllPython } from '../virtual/python.ts';
import type { Outcome } from '../virtual/python.ts';
import type { Batch } from './plan.ts';
import { compileTypeScript, exploreTypeScript, stoppedExit } from './typescript.ts';

/** A program to explore; `contract` and `snippet` are absent for a reader's own. */
export interface ProofJob {
  readonly program: Program;
  readonly batches: readonly Batch[];
  readonly snippet?: Snippet;
  readonly contract?: Contract;
}

/**
 * The distinct outputs of each share, or why there are none: the words of the engine that refused; `failed` where it is
 * the program's own fault, which ends the process or never comes to its end.
 */
export type Explored =
  { readonly batches: readonly (readonly Outcome[])[] } | { readonly refused: CourseError; readonly failed?: true };

export interface ExploreRequest {
  readonly signal?: AbortSignal | undefined;
  /** Told which program runs. */
  readonly progress?: ((text: string) => void) | undefined;
}

/** ms for all schedules of one program that may have spoilt the run of all, or runs by itself. */
const aloneLimit = 20_000;

/** One answer for each job, in their order. Nothing that a program does makes it reject. */
export async function exploreAll(
  root: string,
  jobs: readonly ProofJob[],
  request: ExploreRequest = {},
): Promise<Explored[]> {
  const answers = new Map<ProofJob, Explored>();
  for (const job of jobs) {
    const lacking = needsOfRealTime(job.program);
    if (lacking.length > 0) answers.set(job, { refused: refuseForNeeds(job.program, lacking) });
  }
  const left = jobs.filter((job) => !answers.has(job));
  const python = left.filter(({ program }) => program.language === 'py');
  const [gevent, asyncio] = [true, false].map((wanted) =>
    python.filter(({ program }) => program.needs.includes('gevent') === wanted),
  );
  const parts = await Promise.all([
    explorePrograms(root, asyncio ?? [], request),
    explorePrograms(root, gevent ?? [], request),
    exploreTwinsInTypeScript(
      left.filter(({ program }) => program.language === 'ts'),
      request,
    ),
  ]);
  for (const [job, answer] of parts.flat()) answers.set(job, answer);
  return jobs.map((job) => answers.get(job) ?? { refused: interrupted(job.program) });
}

type Answers = (readonly [ProofJob, Explored])[];

async function exploreTwinsInTypeScript(jobs: readonly ProofJob[], request: ExploreRequest): Promise<Answers> {
  const answers: Answers = [];
  for (const job of jobs) {
    if (request.signal?.aborted) break;
    request.progress?.(job.program.path);
    answers.push([job, typeScript(job)]);
    // lets what the Python processes have written in
    await new Promise((resolve) => setTimeout(resolve));
  }
  return answers;
}

/** A program that does not even end by itself without a schedule is not run under any. */
function typeScript({ program, batches }: ProofJob): Explored {
  try {
    const compiled = compileTypeScript(program.file);
    const end = performance.now() + aloneLimit;
    const found: (readonly Outcome[])[] = [];
    for (const batch of batches) {
      const outcomes = exploreTypeScript(compiled, batch, () => performance.now() > end);
      const stopped = batch.cause === 'none' ? outcomes.find(({ exit }) => exit === stoppedExit) : undefined;
      if (stopped) return { refused: cannotRun(program, stopped.stderr.at(-1) ?? '', endIt), failed: true };
      found.push(outcomes);
    }
    return { batches: found };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const where = { ...error.where, file: program.path };
    return { refused: new CourseError({ what: error.what, where, fix: suggestRealRun(program) }) };
  }
}

/** All in one process; each in one of its own where a program ends that process, so that the others keep their proof. */
async function explorePrograms(root: string, jobs: readonly ProofJob[], request: ExploreRequest): Promise<Answers> {
  const all = await collectAnswers(() => python(root, jobs, request));
  if ('batches' in all) {
    let from = 0;
    return jobs.map((job) => [job, { batches: all.batches.slice(from, (from += job.batches.length)) }]);
  }
  if (all.refused.kind === 'missing') return jobs.map((job) => [job, all]);
  const answers: Answers = [];
  for (const job of jobs) {
    if (request.signal?.aborted) break;
    const alone = collectAnswers(() => python(root, [job], { ...request, timeLimit: aloneLimit }));
    answers.push([job, withCulprit(job, await alone)]);
  }
  return answers;
}

/** CPython refuses nothing: what cannot be explored alone is the program's own fault. */
function withCulprit({ program }: ProofJob, answer: Explored): Explored {
  if ('batches' in answer) return answer;
  const { what, fix } = answer.refused;
  const why = what.replace(/^.* could not be run under \d+ schedules of \w+: /, '');
  return { refused: cannotRun(program, why, fix), failed: true };
}

async function python(
  root: string,
  jobs: readonly ProofJob[],
  { signal, timeLimit }: ExploreRequest & { readonly timeLimit?: number },
): Promise<Outcome[][]> {
  const explorations = jobs.flatMap(({ program, batches }) =>
    batches.map((batch) => ({ ...batch, file: program.file, needs: program.needs })),
  );
  const request = { ...(signal && { signal }), ...(timeLimit !== undefined && { timeLimit }) };
  return exploreAllPython(root, explorations, request);
}

async function collectAnswers(
  work: () => readonly (readonly Outcome[])[] | Promise<readonly (readonly Outcome[])[]>,
): Promise<Explored> {
  try {
    return { batches: await work() };
  } catch (error) {
    if (error instanceof CourseError) return { refused: error };
    throw error;
  }
}

function refuseForNeeds(program: Program, needs: readonly string[]): CourseError {
  return new CourseError({
    what: `it needs ${needs.join(' and ')}, which no virtual clock rules`,
    where: { file: program.path },
    fix: suggestRealRun(program),
  });
}

const endIt = 'look for a loop that nothing ends';

function cannotRun({ path }: Program, why: string, fix: string): CourseError {
  return new CourseError({ what: `it could not be run on virtual time: ${why}`, where: { file: path }, fix });
}

function suggestRealRun({ path }: Program): string {
  return `explore it on the real engine: npm run course -- explore ${path} --cause threads`;
}

function interrupted({ path }: Program): CourseError {
  return new CourseError({ what: 'the run was interrupted', where: { file: path }, fix: 'run it again' });
}
