// Check: some schedule makes a broken program print what its fixed half forbids, and none makes the fixed one do so.
import { pairsOf } from '../../course/pairs.ts';
import type { Pair } from '../../course/pairs.ts';
import { CourseError } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import type { Check } from '../check.ts';
import { failingRun, forbids, jobOf, provable } from '../../recorded/find-failure.ts';
import { readable } from '../programs/pairs.ts';
import type { Explored, ExploreRequest, ProofJob } from '../../runtime/schedules/jobs.ts';
import { nameOf, originOf, replayCommand } from '../../runtime/outcome.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { exploreAll } from '../../runtime/schedules/explore.ts';
import { contractOf } from '../../recorded/verdict.ts';

export const failingSchedules: Check = {
  name: 'reached',
  title: 'a broken program can print the bad line, and its fixed one cannot',
  run: async ({ course, snippets, signal, progress }) => {
    const faults = await provePairs(course.root, pairsOf(snippets).filter(readable), { signal, progress });
    return signal?.aborted ? [] : faults;
  },
};

/** Everything that is false about the pairs, whose contracts must be readable. Never rejects for what a program does. */
export async function provePairs(
  root: string,
  pairs: readonly Pair[],
  request?: ExploreRequest,
): Promise<CourseError[]> {
  const claims = pairs.flatMap((pair) =>
    provable(pair)
      .filter((language) => forbids(pair, language))
      .flatMap((language) => [
        { pair, language, half: 'broken' as const, job: jobOf(pair, 'broken', language) },
        { pair, language, half: 'fixed' as const, job: jobOf(pair, 'fixed', language) },
      ]),
  );
  const explored = await exploreAll(
    root,
    claims.map(({ job }) => job),
    request,
  );
  return claims.flatMap((claim, index) => {
    const found = explored[index];
    return found === undefined ? [] : faultOf(claim, found);
  });
}

interface Claim {
  readonly pair: Pair;
  readonly language: Language;
  readonly half: 'broken' | 'fixed';
  readonly job: ProofJob;
}

function faultOf({ pair, language, half, job }: Claim, explored: Explored): CourseError[] {
  if ('refused' in explored) return [explored.refused];
  const failing = failingRun(job, explored, contractOf(pair.fixed, language));
  const { id, programs } = pair[half];
  const where = { file: programs[language].path };
  const twin = languageNames[language];
  if (half === 'broken' && !failing) {
    const tried = job.batches.map(({ cause }, at) =>
      cause === 'none' ? 'the usual run' : `${explored.batches[at]?.runs ?? 0} of ${cause}`,
    );
    const what = `${twin}: no schedule makes the broken program print what ${pair.fixed.contracts[language].path} forbids (tried: ${tried.join(', ')})`;
    return [new CourseError({ what, where, fix: `see what it prints: npm run course -- explore ${id} --${language}` })];
  }
  if (half === 'fixed' && failing) {
    const { outcome, isStuck } = failing;
    const does = isStuck ? 'gets stuck' : 'prints a line that its contract forbids';
    const what = `${twin}: the fixed program still ${does}, with ${nameOf(outcome.origin)}`;
    return [new CourseError({ what, where, fix: againFix(`${id} --${language}`, outcome) })];
  }
  return [];
}

/** A token replays a schedule; a seed only steers a real run. */
function againFix(words: string, outcome: Outcome): string {
  const steered = 'try it again; the seed steers a real run, which may go another way';
  const how = outcome.origin.kind === 'schedule' ? 'replay it' : steered;
  return `${how}: npm run course -- ${replayCommand(words, originOf(outcome))}`;
}
