// Explores Python programs on the virtual clock of CPython: they share a process, one for those of gevent.
import { CourseError } from '../../error.ts';
import { exploreAllPython } from '../virtual/python.ts';
import type { Outcome } from '../outcome.ts';
import { aloneLimit, cannotRun } from './jobs.ts';
import type { Explored, ExploreOn, ExploreRequest, ProofJob } from './jobs.ts';

export const exploreOnCpython: ExploreOn = async (root, jobs, request) => {
  const parts = [false, true].map((gevent) =>
    explorePrograms(
      root,
      jobs.filter(({ program }) => program.needs.includes('gevent') === gevent),
      request,
    ),
  );
  return (await Promise.all(parts)).flat();
};

/** All in one process; each in one of its own where a program ends that process, so that the others keep their proof. */
async function explorePrograms(...[root, jobs, request]: Parameters<ExploreOn>): ReturnType<ExploreOn> {
  const all = await collectAnswers(() => python(root, jobs, request));
  if ('batches' in all) {
    let from = 0;
    return jobs.map((job) => [job, { batches: all.batches.slice(from, (from += job.batches.length)) }]);
  }
  if (all.refused.kind === 'missing') return jobs.map((job) => [job, all]);
  const answers: (readonly [ProofJob, Explored])[] = [];
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
