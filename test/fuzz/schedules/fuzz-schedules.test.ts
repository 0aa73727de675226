// The search finds what all lists of decisions give, in both languages; `npm run fuzz -- --schedules KIND` compares as many programs as
// one likes.
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { noCpython } from '../../cpython.ts';
import { fuzzSchedules } from './fuzz-schedules.ts';
import { bruteForce, searched } from './reference.ts';

const timeout = 600_000; // ms: a busy machine has little time for so many processes

test('of 100 random programs of timers', { timeout }, async () => {
  expect(await fuzzSchedules('timers', 100, 20_26)).toMatchObject({ programs: 100, counterexample: undefined });
});

describe.skipIf(noCpython)('in Python', { timeout }, () => {
  test.each(['asyncio', 'threads'] as const)('of 40 random programs of %s, with fewer schedules', async (kind) => {
    const { counterexample, programs, lists, schedules } = await fuzzSchedules(kind, 40, 20_26);
    expect(counterexample).toBeUndefined();
    expect(programs).toBe(40);
    expect(schedules).toBeLessThan(lists);
  });
});

test('an option that is called needless, and is not, is found out', async () => {
  const decision = { cause: 'cpu', options: 2 } as const;
  const run = (schedules: readonly Schedule[]) =>
    Promise.resolve(
      schedules.map(({ deviations }) => {
        const taken = deviations.length;
        return { decisions: [{ ...decision, taken, ...(taken === 0 && { needless: [1] }) }], outcome: String(taken) };
      }),
    );
  expect((await bruteForce(run, {}, 10))?.outputs).toEqual(new Set(['0', '1']));
  expect((await searched(run, {})).outputs).toEqual(new Set(['0']));
});
