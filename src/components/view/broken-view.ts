// The broken half of a pair as the page shows it: the program, what its stored failing schedule printed, and the bad lines.
import { CourseError } from '../../error.ts';
import { contractOf } from '../../recorded/recordings.ts';
import { readFailures } from '../../recorded/failures.ts';
import type { Pair } from '../../course/pairs.ts';
import type { Language } from '../../languages.ts';
import { causeMeanings, deadlockLine, forbiddenLines, linesWithEnd } from '../../order/index.ts';
import { replayCommand } from '../../runtime/outcome.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import { departuresInWords } from '../../trace/narrate/departures.ts';
import type { Failure } from '../../trace/failure.ts';

export interface BrokenView {
  readonly kind: 'broken';
  /** "Broken: if bob ends before ann, it prints" */
  readonly caption: string;
  readonly lines: readonly { readonly text: string; readonly bad: boolean }[];
  /** Why it fails, a sentence. */
  readonly why: string;
  /** The command that runs the same schedule again, or steers a real run the same way. */
  readonly replay: string;
}

/** undefined where no schedule of this language's engine can show the mistake. */
export function brokenView(pair: Pair, language: Language): BrokenView | undefined {
  const failure = freshFailure(pair, language);
  if (failure === undefined) return undefined;
  const { id } = pair.broken;
  const fixed = contractOf(pair.fixed, language);
  const lines = linesWithEnd(fixed, failure);
  const bad = new Set(forbiddenLines(fixed, lines));
  return {
    kind: 'broken',
    caption: `Broken: ${conditionOf(failure)}it prints`,
    lines: lines.map((text, index) => ({ text: text === deadlockLine ? stuck : text, bad: bad.has(index) })),
    why: whyOf(
      failure,
      lines.at(-1) === deadlockLine ? 'gets stuck' : `prints ${bad.size > 1 ? 'these lines' : 'this line'}`,
    ),
    replay: `npm run course -- ${replayCommand(`${id} --${language}`, failure)}`,
  };
}

/** What stands below the last line of a program that nothing can wake any more. */
const stuck = 'deadlock: nothing can wake it';

function conditionOf({ departures = [], seed }: Failure): string {
  if (seed !== undefined) return `under the pauses of seed ${seed} `;
  return departures.length === 0 ? '' : `if ${departuresInWords(departures)}, `;
}

function whyOf({ cause, seed }: Failure, does: string): string {
  const when = seed === undefined ? 'under no schedule' : `in none of ${perturbedRuns} real runs under seeded pauses`;
  return `The fixed program ${does} ${when}${cause === 'none' ? '' : ` (${cause}: ${causeMeanings[cause]})`}.`;
}

/** undefined where no schedule shows the mistake; a CourseError where what is stored of it is missing or stale. */
function freshFailure(pair: Pair, language: Language): Failure | undefined {
  const stored = readFailures(pair);
  if (stored.state === 'fresh') return stored.failures[language];
  throw new CourseError({
    what: `the failing schedule of a pair is ${stored.state}: ${stored.reason}`,
    where: { file: pair.failures.path },
    fix: `npm run course -- record ${pair.fixed.id}`,
  });
}
