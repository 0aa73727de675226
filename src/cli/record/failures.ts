// `course record` for a pair: searches the failing run of each broken twin and stores it with what it prints.
import { findFailingRun, provable } from '../../recorded/find-failure.ts';
import type { FailingRun } from '../../recorded/find-failure.ts';
import { failureOf, readFailures, serializeFailures } from '../../recorded/failures.ts';
import type { Pair } from '../../course/pairs.ts';
import { attempt, CourseError } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import { engineNameOf, schedulerOf } from '../../runtime/engines.ts';
import type { Failure } from '../../trace/failure.ts';
import type { Task } from './task.ts';
import { replaceFile } from '../../runtime/process/replace-file.ts';

/** The task that writes the failing runs of `pair`. */
export function failureTask(root: string, pair: Pair): Task {
  return {
    path: pair.failures.path,
    fresh: () => {
      const stored = attempt(() => readFailures(pair));
      return 'value' in stored && stored.value.state === 'fresh';
    },
    write: (signal) => write(root, pair, signal),
  };
}

async function write(root: string, pair: Pair, signal: AbortSignal): Promise<string | readonly CourseError[]> {
  const found: Partial<Record<Language, Failure>> = {};
  for (const language of provable(pair)) {
    const run = await findFailingRun(root, pair, language, { signal });
    if (signal.aborted) return [];
    if (!run) return [unbroken(pair, language)];
    found[language] = failureOf(pair, language, await engineOf(root, pair, language, run), run);
  }
  replaceFile(pair.failures.file, serializeFailures(pair.broken.id, found));
  const runs = Object.values(found).map(
    ({ token, seed, engine }) => token ?? `the pauses of seed ${seed} on ${engine.name}`,
  );
  return `(${runs.join(', ')})`;
}

async function engineOf(
  root: string,
  { broken }: Pair,
  language: Language,
  { outcome }: FailingRun,
): Promise<Failure['engine']> {
  const program = broken.programs[language];
  const wanted = outcome.origin.kind === 'real' ? engineNameOf(language, 'real') : schedulerOf(program)?.name;
  const { engine } = await engineFor(root, program, wanted);
  return { name: engine.name, version: engine.version };
}

function unbroken({ broken, fixed }: Pair, language: Language): CourseError {
  return new CourseError({
    what: `${languageNames[language]}: no schedule makes it print what ${fixed.contracts[language].path} forbids, so there is no failing run`,
    where: { file: broken.programs[language].path },
    fix: `see what it prints: npm run course -- explore ${broken.id} --${language}`,
  });
}
