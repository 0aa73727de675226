// The broken half of a pair as the page shows it: the program, what its stored failing schedule printed, and the bad lines.
import { CourseError } from '../error.ts';
import { contractOf } from '../check/evidence.ts';
import { readFailures } from '../check/failure-evidence.ts';
import type { Pair } from '../course/pairs.ts';
import { cutRegion } from '../course/regions.ts';
import type { Language } from '../languages.ts';
import { causeMeanings, forbiddenLines } from '../order/index.ts';
import type { Failure } from '../trace/failure.ts';
import { stepsView } from './steps-view.ts';
import type { StepsView } from './steps-view.ts';

export interface BrokenView {
  readonly id: string;
  readonly language: Language;
  readonly code: string;
  readonly title: string;
  /** "Broken: with seed 7 of latency it prints" */
  readonly caption: string;
  readonly lines: readonly { readonly text: string; readonly bad: boolean }[];
  /** Why it fails, a sentence. */
  readonly why: string;
  /** The command that runs the same schedule again. */
  readonly replay: string;
  /** Of the failing schedule; undefined where there is no trace. */
  readonly steps: StepsView | undefined;
}

/** undefined where no schedule of this language's engine can show the mistake. */
export function brokenView(pair: Pair, language: Language): BrokenView | undefined {
  const failure = storedFailure(pair, language);
  if (failure === undefined) return undefined;
  const { id, programs } = pair.broken;
  const { cause, seed, stdout } = failure;
  const cut = cutRegion(programs[language].text);
  const bad = new Set(forbiddenLines(contractOf(pair.fixed, language), stdout));
  const schedule = cause === 'none' ? '' : `with seed ${seed} of ${cause} `;
  return {
    id,
    language,
    code: cut?.code ?? '',
    title: programs[language].path,
    caption: `Broken: ${schedule}it prints`,
    lines: stdout.map((text, index) => ({ text, bad: bad.has(index) })),
    why: `The fixed program prints this line under no schedule${cause === 'none' ? '' : ` (${cause}: ${causeMeanings[cause]})`}.`,
    replay: `npm run course -- explore ${id} --${language}${cause === 'none' ? '' : ` --cause ${cause} --seed ${seed} --seeds 1`}`,
    steps: stepsView(pair.broken, language, cut?.lines ?? []),
  };
}

function storedFailure(pair: Pair, language: Language): Failure | undefined {
  const evidence = readFailures(pair);
  if (evidence.state === 'fresh') return evidence.failures[language];
  throw new CourseError({
    what: `the failing seed of a pair is ${evidence.state}: ${evidence.reason}`,
    where: { file: pair.failures.path },
    fix: `npm run course -- record ${pair.fixed.id}`,
  });
}
