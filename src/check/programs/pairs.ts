// Check: a pair says which output is bad, and stores the schedule with which the broken program prints it.
import { pairsOf } from '../../course/pairs.ts';
import type { Pair } from '../../course/pairs.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Check } from '../check.ts';
import { forbids } from '../../recorded/find-failure.ts';
import { readFailures } from '../../recorded/failures.ts';
import { contractOf } from '../../recorded/verdict.ts';

export const pairs: Check = {
  name: 'pairs',
  title: 'every broken program has its fixed one, and the schedule with which it fails',
  run: ({ snippets }) => pairsOf(snippets).filter(readable).flatMap(faults),
};

/** Whether all contracts of the pair can be read; where not, the check of the contracts says so. */
export function readable({ broken, fixed }: Pair): boolean {
  return [broken, fixed].every((half) => languages.every((one) => !('error' in attempt(() => contractOf(half, one)))));
}

function faults(pair: Pair): CourseError[] {
  const { broken, fixed } = pair;
  const silent = languages.find((language) => !forbids(pair, language));
  if (silent !== undefined) {
    return [
      new CourseError({
        what: `"${broken.id}" is broken, but no line says what it prints that "${fixed.id}" never does`,
        where: { file: fixed.contracts[silent].path },
        fix: 'write the bad line into this contract: ~ never: LINE\nor, where it gets stuck, "~ deadlock" into the contract of the broken half',
      }),
    ];
  }
  const stored = readFailures(pair);
  if (stored.state === 'fresh') return [];
  const what = stored.state === 'missing' ? stored.reason : `this failing schedule is out of date: ${stored.reason}`;
  return [new CourseError({ what, where: { file: pair.failures.path }, fix: `npm run course -- record ${fixed.id}` })];
}
