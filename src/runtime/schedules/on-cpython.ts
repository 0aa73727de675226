// Explores Python programs on the virtual clock of CPython: a process for plain ones and one for those of gevent, each of which
// forks itself for each schedule.
import { CourseError } from '../../error.ts';
import { exploreAllPython } from '../virtual/python.ts';
import type { ExploredPython } from '../virtual/python.ts';
import { placeOf } from '../virtual/stopped.ts';
import { aloneLimit, cannotRun } from './jobs.ts';
import type { Explored, ExploreOn, ExploreRequest, ProofJob } from './jobs.ts';
import { wayOn } from './stopped-python.ts';

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

/** All from one process; each from one of its own where that process ends early, so that the others keep their proof. */
async function explorePrograms(...[root, jobs, request]: Parameters<ExploreOn>): ReturnType<ExploreOn> {
  const all = await answersOf(root, jobs, request);
  if (!(all instanceof CourseError)) return jobs.map((job, index) => [job, all[index] ?? { batches: [] }]);
  if (all.kind === 'missing') return jobs.map((job) => [job, { refused: all }]);
  const answers: (readonly [ProofJob, Explored])[] = [];
  for (const job of jobs) {
    if (request.signal?.aborted) break;
    const alone = await answersOf(root, [job], { ...request, timeLimit: aloneLimit });
    answers.push([job, alone instanceof CourseError ? withCulprit(job, alone) : (alone[0] ?? { batches: [] })]);
  }
  return answers;
}

/** What cannot even be explored alone is the program's own fault. */
function withCulprit({ program }: ProofJob, { what, fix }: CourseError): Explored {
  const why = what.replace(/^.* could not be run under \d+ schedules of \w+: /, '');
  return { refused: cannotRun(program, why, fix), failed: true };
}

async function answersOf(
  root: string,
  jobs: readonly ProofJob[],
  { signal, timeLimit }: ExploreRequest & { readonly timeLimit?: number },
): Promise<Explored[] | CourseError> {
  const explorations = jobs.flatMap(({ program, batches }) =>
    batches.map((batch) => ({ ...batch, file: program.file, needs: program.needs })),
  );
  const request = { ...(signal && { signal }), ...(timeLimit !== undefined && { timeLimit }) };
  try {
    const found = (await exploreAllPython(root, explorations, request)).values();
    return jobs.map((job) => answerOf(job, [...found.take(job.batches.length)]));
  } catch (error) {
    if (error instanceof CourseError) return error;
    throw error;
  }
}

function answerOf({ program }: ProofJob, batches: readonly ExploredPython[]): Explored {
  const stopped = batches.find((batch) => batch.stopped)?.stopped;
  if (!stopped) return { batches: batches.map(({ outcomes }) => outcomes) };
  const where = placeOf(program, stopped);
  const fix = wayOn(program, stopped);
  if (stopped.why === 'refused') return { refused: new CourseError({ what: stopped.what, where, fix }) };
  return { refused: cannotRun(program, stopped.what, fix, where), failed: true };
}
