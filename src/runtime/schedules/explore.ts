// Explores programs under the causes that are asked for: by schedules where an engine has them, else by real runs.
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { quoted } from '../../quoted.ts';
import { phasesOf } from '../causes.ts';
import { needsOfRealTime, schedulerOf } from '../engines.ts';
import { limitExit } from '../exit-codes.ts';
import type { Outcome } from '../outcome.ts';
import { startFault } from '../node/start-fault.ts';
import { exploreCause } from './explore-cause.ts';
import { provenSpending } from './jobs.ts';
import type { Batch, Explored, ExploreRequest, Found, ProofJob } from './jobs.ts';
import { exploreReal } from './real.ts';
import { CannotRun } from './scheduled-program.ts';
import { cannotRun, suggestRealRun } from './suggestions.ts';

/** What to do about a usual run that an engine has ended. */
function endIt(why: string, path: string): string {
  if (!/(lines|characters) of output/.test(why)) return 'look for a loop that nothing ends';
  return `let it print less, or look for a loop that nothing ends; a real run may print more: npm run course -- run ${quoted(path)}`;
}

/** One answer for each job, in their order. Nothing that a program does makes it reject. */
export async function exploreAll(
  root: string,
  jobs: readonly ProofJob[],
  request: ExploreRequest = {},
): Promise<Explored[]> {
  const answers = new Map<ProofJob, Explored>();
  const inTurn = async (own: readonly ProofJob[]): Promise<void> => {
    for (const job of own) {
      if (request.signal?.aborted) return;
      request.progress?.(job.program.path);
      answers.set(job, await exploreJob(root, job, request));
    }
  };
  // the engine of one language is in this process, that of the other in one of its own
  await Promise.all(languages.map((language) => inTurn(jobs.filter(({ program }) => program.language === language))));
  return jobs.map((job) => answers.get(job) ?? { refused: interrupted(job.program) });
}

async function exploreJob(root: string, job: ProofJob, request: ExploreRequest): Promise<Explored> {
  const { program } = job;
  const lacking = needsOfRealTime(program);
  if (lacking.length > 0 && !job.batches.some(({ real }) => real)) return { refused: unscheduled(program, lacking) };
  const fault = program.language === 'ts' ? startFault(program.file, program.path) : undefined;
  if (fault) return { refused: fault, failed: true };
  try {
    const batches: Found[] = [];
    for (const batch of job.batches) {
      if (request.signal?.aborted) break;
      const found = await exploreBatch(root, job, batch, request).catch((error: unknown) =>
        onlyUsual(error, batches[0]),
      );
      const endless = batch.cause === 'none' ? found.outcomes.find(({ exit }) => exit === limitExit) : undefined;
      if (endless)
        return { refused: cannotRun(program, whyOf(endless), endIt(whyOf(endless), program.path)), failed: true };
      batches.push(found);
    }
    return { batches };
  } catch (error) {
    if (error instanceof CannotRun) return { refused: error.error, ...(error.reason === 'failed' && { failed: true }) };
    if (error instanceof CourseError) return { refused: error };
    throw error;
  }
}

/** The last that an engine says of a run which it has ended. */
function whyOf({ stderr }: Outcome): string {
  return stderr.at(-1) ?? '';
}

/**
 * A program that ends by itself in its usual run, and whose engine cannot follow it under a cause within its limits, was seen in that
 * one run alone: it is sampled, and why is said. Throws every other error.
 */
function onlyUsual(error: unknown, usual: Found | undefined): Found {
  if (!(error instanceof CannotRun) || error.reason !== 'failed' || usual?.coverage === undefined) throw error;
  const { outcomes, runs } = usual;
  return { outcomes, runs, coverage: { kind: 'sampled', stopped: 'engine', why: error.error.what, schedules: runs } };
}

async function exploreBatch(
  root: string,
  { program, real = {} }: ProofJob,
  batch: Batch,
  { signal, spending = provenSpending }: ExploreRequest,
): Promise<Found> {
  const limits = { ...real, ...(signal && { signal }) };
  if (batch.real) return exploreReal(root, program, batch.real, limits);
  const scheduler = schedulerOf(program);
  if (!scheduler) throw new TypeError(`${program.path} has no engine for schedules of ${batch.cause}`);
  const phases = phasesOf(batch.cause, scheduler.threadModel);
  return exploreCause(root, program, phases, await scheduler.start(), { signal, spending });
}

function unscheduled({ path }: Program, needs: readonly string[]): CourseError {
  return new CourseError({
    what: `it needs ${needs.join(' and ')}, which no engine runs under schedules`,
    where: { file: path },
    fix: suggestRealRun({ path }),
  });
}

function interrupted({ path }: Pick<Program, 'path'>): CourseError {
  return new CourseError({ what: 'the run was interrupted', where: { file: path }, fix: 'run it again' });
}
