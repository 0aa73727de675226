// The stored failing schedules of a pair: are they there, were they made from these very files, and do they still fail?
import { digest } from '../course/digest.ts';
import type { Pair } from '../course/pairs.ts';
import { readJson } from '../json.ts';
import { languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import { checkOutput, forbiddenLines, linesWithEnd } from '../order/index.ts';
import { failuresSchema, failureVersion } from '../trace/failure.ts';
import { originOf } from '../runtime/outcome.ts';
import type { Failure, Failures } from '../trace/failure.ts';
import { recordingNotice } from '../trace/recording.ts';
import { provable } from './find-failure.ts';
import type { FailingRun } from './find-failure.ts';
import { storedDepartures, storedOutput } from './stored-run.ts';
import { contractOf } from './verdict.ts';

export type StoredFailures =
  | { readonly state: 'fresh'; readonly failures: Failures }
  | { readonly state: 'stale' | 'missing'; readonly reason: string };

/** What is known about the failing schedules of a pair, from their file alone. The contracts must be readable. */
export function readFailures(pair: Pair): StoredFailures {
  const { text, path } = pair.failures;
  if (text === undefined) return { state: 'missing', reason: 'the failing schedule is not stored yet' };
  const failures = readJson(failuresSchema, text);
  if (!failures) return { state: 'stale', reason: `${path} holds no failing schedules of this version` };
  const reason = provable(pair)
    .map((language) => change(pair, language, failures[language]))
    .find(Boolean);
  return reason === undefined ? { state: 'fresh', failures } : { state: 'stale', reason };
}

function change(pair: Pair, language: Language, failure: Failure | undefined): string | undefined {
  const { broken, fixed } = pair;
  const program = broken.programs[language];
  if (failure === undefined) return `it has no failing schedule of ${program.path}`;
  if (failure.program !== digest(program.text)) return `${program.path} has changed since`;
  for (const [made, file] of [
    [failure.contract, broken.contracts[language]],
    [failure.forbidding, fixed.contracts[language]],
  ] as const) {
    if (made !== digest(file.text)) return `${file.path} has changed since`;
  }
  const [own, forbidding] = [contractOf(broken, language), contractOf(fixed, language)];
  if (forbiddenLines(forbidding, linesWithEnd(forbidding, failure)).length === 0) {
    return 'its output has no line that the fixed contract forbids';
  }
  return checkOutput(own, linesWithEnd(own, failure))[0]?.message;
}

/** What `run` proves about one twin, on the engine of this version. */
export function failureOf(pair: Pair, language: Language, engine: Failure['engine'], run: FailingRun): Failure {
  const program = pair.broken.programs[language];
  const { stdout, stderr, exit } = storedOutput(program, run.outcome);
  return {
    engine,
    program: digest(program.text),
    contract: digest(pair.broken.contracts[language].text),
    forbidding: digest(pair.fixed.contracts[language].text),
    cause: run.cause,
    ...originOf(run.outcome),
    ...storedDepartures(program, run.outcome),
    stdout,
    stderr,
    exit,
  };
}

/** The text of the file: the notice in the first line, then a line for each fact about each twin. */
export function serializeFailures(broken: string, found: Readonly<Partial<Record<Language, Failure>>>): string {
  const head = `{ "notice": ${JSON.stringify(recordingNotice)},`;
  const twins = languages.flatMap((language) => {
    const failure = found[language];
    if (failure === undefined) return [];
    const facts = Object.entries(failure).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return [`  "${language}": {\n${facts.join(',\n')}\n  }`];
  });
  const rows = [`  "version": ${failureVersion}`, `  "snippet": ${JSON.stringify(broken)}`, ...twins];
  return `${head}\n${rows.join(',\n')}\n}\n`;
}
