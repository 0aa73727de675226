// Explores TypeScript programs on the traced engine, in this process.
import { CourseError } from '../../error.ts';
import type { Outcome } from '../outcome.ts';
import { aloneLimit, cannotRun, suggestRealRun } from './jobs.ts';
import type { Explored, ExploreOn, ProofJob } from './jobs.ts';
import { compileTypeScript, exploreTypeScript, stoppedExit } from './typescript.ts';

const endIt = 'look for a loop that nothing ends';

export const exploreOnTraced: ExploreOn = async (_root, jobs, request) => {
  const answers: (readonly [ProofJob, Explored])[] = [];
  for (const job of jobs) {
    if (request.signal?.aborted) break;
    request.progress?.(job.program.path);
    answers.push([job, explore(job)]);
    // lets what other processes have written in
    await new Promise((resolve) => setTimeout(resolve));
  }
  return answers;
};

/** A program that does not even end by itself without a schedule is not run under any. */
function explore({ program, batches }: ProofJob): Explored {
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
