// The margin against brute force: of all whole times that fit a small path, the least delay in all and the least longest one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import type { Margin } from '../../../src/explore/clock/margin.ts';
import { zoneOf } from '../../../src/explore/clock/path.ts';
import type { Inequality, Path, PathTime } from '../../../src/explore/clock/path.ts';

/** No time of a least solution is later: three times a difference of at most 5. */
const latest = 15;
const plus = fc.nat(4);

/** Three readings, some of them after waits, with inequalities that the times in `values` fit: a path has at least one solution. */
const paths: fc.Arbitrary<Path> = fc
  .record({
    step: fc.nat(1),
    waits: fc.array(fc.array(fc.record({ time: fc.nat(2), plus }), { maxLength: 1 }), { minLength: 3, maxLength: 3 }),
    exact: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    pairs: fc.array(fc.record({ a: fc.nat(3), b: fc.nat(3), most: fc.integer({ min: -5, max: 1 }) }), {
      minLength: 2,
      maxLength: 6,
    }),
  })
  .map(({ step, waits, exact, pairs }): Path => {
    const times = [
      { notBefore: [] },
      ...waits.map((some, index) => timeAt(index + 1, step, some, exact[index] === true)),
    ];
    return { step, times, inequalities: possible(step, times, pairs) };
  });

function timeAt(time: number, step: number, waits: PathTime['notBefore'], isExact: boolean): PathTime {
  if (isExact) return { notBefore: [] };
  return { notBefore: [{ time: time - 1, plus: step }, ...waits.filter((wait) => wait.time < time)] };
}

/** Those of the inequalities that the zone of the ones before still allows. */
function possible(step: number, times: readonly PathTime[], pairs: readonly Inequality[]): readonly Inequality[] {
  const zone = zoneOf({ step, times, inequalities: [] });
  return pairs.filter(({ a, b, most }) => {
    if (!zone.allows(a, b, most)) return false;
    zone.constrain(a, b, most);
    return true;
  });
}

/** The delays of a path whose times have these values, and whether it admits them. */
function delaysAt({ step, times, inequalities }: Path, values: readonly number[]) {
  const of = (time: number): number => values[time] ?? NaN;
  const delays = times.map(({ notBefore }, time) => {
    return notBefore.length === 0 ? 0 : of(time) - Math.max(...notBefore.map((one) => of(one.time) + one.plus));
  });
  const ordered = times.every((_, time) => time === 0 || of(time) >= of(time - 1) + step);
  const fits = ordered && delays.every((delay) => delay >= 0);
  return { delays, fits: fits && inequalities.every(({ a, b, most }) => of(a) - of(b) <= most) };
}

function bruteForce(path: Path): Pick<Margin, 'total' | 'longest'> {
  const { step, times } = path;
  let best = { total: Infinity, longest: Infinity };
  const visit = (values: readonly number[]): void => {
    if (values.length < times.length) {
      for (let value = (values.at(-1) ?? 0) + step; value <= latest; value++) visit([...values, value]);
      return;
    }
    const { fits, delays } = delaysAt(path, values);
    if (!fits) return;
    best = {
      total: Math.min(
        best.total,
        delays.reduce((sum, delay) => sum + delay, 0),
      ),
      longest: Math.min(best.longest, Math.max(...delays)),
    };
  };
  visit([0]);
  return best;
}

test('the margin is the least that brute force finds', () => {
  let isSum = 0;
  fc.assert(
    fc.property(
      paths.filter((path) => bruteForce(path).total < Infinity),
      (path) => {
        const margin = marginOf([path]);
        expect(margin).toMatchObject(bruteForce(path));
        const { fits, delays } = delaysAt(path, margin.values);
        expect(fits).toBe(true);
        expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(margin.total);
        expect(margin.delays.reduce((sum, { length }) => sum + length, 0)).toBe(margin.total);
        if (margin.total > margin.longest) isSum++;
      },
    ),
    { numRuns: 1000 },
  );
  expect(isSum).toBeGreaterThan(10);
});

test('a path of the usual way has none', () => {
  const times = [{ notBefore: [] }, { notBefore: [{ time: 0, plus: 1 }] }];
  expect(marginOf([{ step: 1, times, inequalities: [] }])).toEqual({
    total: 0,
    longest: 0,
    path: 0,
    values: [0, 1],
    delays: [],
  });
});

test('of several paths the margin is that of the one that needs the least', () => {
  const late = (most: number): Path => ({
    step: 0,
    times: [{ notBefore: [] }, { notBefore: [{ time: 0, plus: 0 }] }],
    inequalities: [{ a: 0, b: 1, most: -most }],
  });
  expect(marginOf([late(7), late(3), late(5)])).toEqual({
    total: 3,
    longest: 3,
    path: 1,
    values: [0, 3],
    delays: [{ time: 1, length: 3 }],
  });
});
