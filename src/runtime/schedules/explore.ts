// Runs the twins of snippets on virtual time: once without a schedule, then under the schedules that are required, on the virtual
// engine of each language.
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { needsOfRealTime, virtualOf } from '../engines.ts';
import { suggestRealRun } from './jobs.ts';
import type { Explored, ExploreOn, ExploreRequest, ProofJob } from './jobs.ts';

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
  const parts = languages.map(async (language): ReturnType<ExploreOn> => {
    const own = left.filter(({ program }) => program.language === language);
    if (own.length === 0) return [];
    const explore = await virtualOf(language).explore();
    return explore(root, own, request);
  });
  for (const [job, answer] of (await Promise.all(parts)).flat()) answers.set(job, answer);
  return jobs.map((job) => answers.get(job) ?? { refused: interrupted(job.program) });
}

function refuseForNeeds(program: Program, needs: readonly string[]): CourseError {
  return new CourseError({
    what: `it needs ${needs.join(' and ')}, which no virtual clock rules`,
    where: { file: program.path },
    fix: suggestRealRun(program),
  });
}

function interrupted({ path }: Program): CourseError {
  return new CourseError({ what: 'the run was interrupted', where: { file: path }, fix: 'run it again' });
}
