// Runs the twins of snippets on virtual time: once without a schedule, then under the schedules that are due. Python's
// programs share a process, one for those of gevent, while TypeScript's run in this one.
import type { Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Contract } from '../../order/index.ts';
import { exploreAllPython } from '../virtual/python.ts';
import type { Outcome } from '../virtual/python.ts';
import type { Share } from './plan.ts';
import { compileTypeScript, exploreTypeScript, stoppedExit } from './typescript.ts';

/** A program to explore; `contract` and `snippet` are absent for a reader's own. */
export interface ProofJob {
  readonly program: Program;
  readonly shares: readonly Share[];
  readonly snippet?: Snippet;
  readonly contract?: Contract;
}

/**
 * The distinct outputs of each share, or why there are none: the words of the engine that refused; `failed` where it is
 * the program's own fault, which ends the process or never comes to its end.
 */
export type Explored =
  { readonly shares: readonly (readonly Outcome[])[] } | { readonly refused: CourseError; readonly failed?: true };

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
    const lacking = job.program.needs.filter((need) => need !== 'gevent');
    if (lacking.length > 0) answers.set(job, { refused: needing(job.program, lacking) });
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
function typeScript({ program, shares }: ProofJob): Explored {
  try {
    const compiled = compileTypeScript(program.file);
    const end = performance.now() + aloneLimit;
    const found: (readonly Outcome[])[] = [];
    for (const share of shares) {
      const outcomes = exploreTypeScript(compiled, share, () => performance.now() > end);
      const stopped = share.cause === 'none' ? outcomes.find(({ exit }) => exit === stoppedExit) : undefined;
      if (stopped) return { refused: notToRun(program, stopped.stderr.at(-1) ?? '', endIt), failed: true };
      found.push(outcomes);
    }
    return { shares: found };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const where = { ...error.where, file: program.path };
    return { refused: new CourseError({ what: error.what, where, fix: onReal(program) }) };
  }
}

/** All in one process; each in one of its own where a program ends that process, so that the others keep their proof. */
async function explorePrograms(root: string, jobs: readonly ProofJob[], request: ExploreRequest): Promise<Answers> {
  const all = await answered(() => python(root, jobs, request));
  if ('shares' in all) {
    let from = 0;
    return jobs.map((job) => [job, { shares: all.shares.slice(from, (from += job.shares.length)) }]);
  }
  if (all.refused.kind === 'missing') return jobs.map((job) => [job, all]);
  const answers: Answers = [];
  for (const job of jobs) {
    if (request.signal?.aborted) break;
    const alone = answered(() => python(root, [job], { ...request, timeLimit: aloneLimit }));
    answers.push([job, blaming(job, await alone)]);
  }
  return answers;
}

/** CPython refuses nothing: what cannot be explored alone is the program's own fault. */
function blaming({ program }: ProofJob, answer: Explored): Explored {
  if ('shares' in answer) return answer;
  const { what, fix } = answer.refused;
  const why = what.replace(/^.* could not be run under \d+ schedules of \w+: /, '');
  return { refused: notToRun(program, why, fix), failed: true };
}

async function python(
  root: string,
  jobs: readonly ProofJob[],
  { signal, timeLimit }: ExploreRequest & { readonly timeLimit?: number },
): Promise<Outcome[][]> {
  const explorations = jobs.flatMap(({ program, shares }) =>
    shares.map((share) => ({ ...share, file: program.file, needs: program.needs })),
  );
  const request = { ...(signal && { signal }), ...(timeLimit !== undefined && { timeLimit }) };
  return exploreAllPython(root, explorations, request);
}

async function answered(
  work: () => readonly (readonly Outcome[])[] | Promise<readonly (readonly Outcome[])[]>,
): Promise<Explored> {
  try {
    return { shares: await work() };
  } catch (error) {
    if (error instanceof CourseError) return { refused: error };
    throw error;
  }
}

function needing(program: Program, needs: readonly string[]): CourseError {
  return new CourseError({
    what: `it needs ${needs.join(' and ')}, which no virtual clock rules`,
    where: { file: program.path },
    fix: onReal(program),
  });
}

const endIt = 'look for a loop that nothing ends';

function notToRun({ path }: Program, why: string, fix: string): CourseError {
  return new CourseError({ what: `it could not be run on virtual time: ${why}`, where: { file: path }, fix });
}

function onReal({ path }: Program): string {
  return `explore it on the real engine: npm run course -- explore ${path} --cause threads`;
}

function interrupted({ path }: Program): CourseError {
  return new CourseError({ what: 'the run was interrupted', where: { file: path }, fix: 'run it again' });
}
