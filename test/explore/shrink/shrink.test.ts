// The smallest difference from the usual run: what shrinking leaves, and how it is told.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt } from '../../../src/error.ts';
import { Budget } from '../../../src/explore/budget.ts';
import { deviationsOf } from '../../../src/explore/decision.ts';
import type { Deviation, Run } from '../../../src/explore/decision.ts';
import { runUnder } from '../../../src/explore/recorder.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { differencesOf } from '../../../src/explore/shrink/difference.ts';
import { shrink } from '../../../src/explore/shrink/shrink.ts';
import { smallestRun } from '../../../src/explore/shrink/smallest.ts';
import { formatDeviations } from '../../../src/explore/token.ts';
import { randomStrands } from '../engines/random-strands.ts';
import { strandsProgram } from '../engines/strands.ts';
import { waits, waitsProgram } from '../engines/waits.ts';
import type { Program } from '../search/support.ts';

const random = (seed: number): Schedule => ({ deviations: [], then: { policy: 'random', seed } });
const keyOf = (text: string): string => text;

/** Undefined where the schedule does not fit. */
const runnerOf =
  (program: Program) =>
  (schedule: Schedule): Run<string> | undefined => {
    const answer = attempt(() => runUnder(schedule, program));
    return 'value' in answer ? answer.value : undefined;
  };

/** Answers each candidate of shrink by `isSame`. */
function shrinkBy(deviations: readonly Deviation[], isSame: (candidate: readonly Deviation[]) => boolean) {
  const candidates = shrink(deviations);
  let tried = 0;
  let next = candidates.next();
  for (; !next.done; tried++) next = candidates.next(isSame(next.value));
  return { token: formatDeviations(next.value), tried };
}

const long = Array.from({ length: 64 }, (_, at) => ({ at, take: 3 }));

describe('shrinking 64 deviations', () => {
  test('to the one that matters takes few runs', () => {
    const { token, tried } = shrinkBy(long, (all) => all.some(({ at }) => at === 35));
    expect(token).toBe('z');
    expect(tried).toBeLessThan(20);
  });

  test('to two far apart', () => {
    const { token } = shrinkBy(long, (all) => [3, 60].every((one) => all.some(({ at }) => at === one)));
    expect(token).toBe('3.1o');
  });

  test('lowers an option as far as it goes', () => {
    expect(shrinkBy(long, (all) => all.some(({ at, take }) => at === 5 && take >= 2)).token).toBe('5-2');
  });

  test('removes what only a lowered option has made needless', () => {
    const { token } = shrinkBy(
      [
        { at: 1, take: 1 },
        { at: 2, take: 2 },
      ],
      (all) => all.some(({ at, take }) => at === 2 && (take === 1 || all.some((other) => other.at === 1))),
    );
    expect(token).toBe('2');
  });

  test('to none where the usual run has the output', () => {
    expect(shrinkBy(long, () => true).token).toBe('');
  });

  test('to itself where each is needed', () => {
    expect(shrinkBy(long.slice(0, 3), () => false).token).toBe('0-3.1-3.2-3');
  });
});

test('of a random schedule of a random program no single deviation can be removed or lowered', async () => {
  await fc.assert(
    fc.asyncProperty(randomStrands, fc.nat(1000), async (lists, seed) => {
      const run = runnerOf(strandsProgram(lists));
      const found = run(random(seed));
      if (!found) throw new Error('a random schedule fits');
      const smallest = await smallestRun(found, { keyOf, run, budget: new Budget({}) });
      expect(smallest.outcome).toBe(found.outcome);
      const deviations = deviationsOf(smallest.decisions);
      for (const [index, { at, take }] of deviations.entries()) {
        const others = [deviations.toSpliced(index, 1), ...lower(deviations, index, at, take)];
        for (const other of others) expect(run({ deviations: other })?.outcome).not.toBe(found.outcome);
      }
    }),
    { numRuns: 500 },
  );
});

function lower(deviations: readonly Deviation[], index: number, at: number, take: number): (readonly Deviation[])[] {
  return Array.from({ length: take - 1 }, (_, less) => deviations.with(index, { at, take: less + 1 }));
}

test('a budget ends it with the smallest so far', async () => {
  const run = runnerOf(waitsProgram(waits(7)));
  const found = run(random(5));
  if (!found) throw new Error('a random schedule fits');
  const smallest = await smallestRun(found, { keyOf: () => 'same', run, budget: new Budget({ schedules: 1 }) });
  const count = deviationsOf(smallest.decisions).length;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(deviationsOf(found.decisions).length);
});

test('a difference names the place, who went on, and who would have', () => {
  const add = [{ kind: 'add', name: 'n' }] as const;
  const run = runUnder({ deviations: [{ at: 1, take: 1 }] }, strandsProgram([add, add]));
  expect(run.outcome).toBe('n=2');
  expect(differencesOf(run.decisions)).toEqual([
    {
      position: 1,
      cause: 'threads',
      at: undefined,
      option: 1,
      taken: { id: 'B', line: 1 },
      usual: { id: 'A', line: 2 },
      isPreemption: true,
    },
  ]);
});
