// The margin against brute force: of all whole times that fit a small path, the least delay in all and the least longest one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import type { Margin } from '../../../src/explore/clock/margin.ts';
import { zoneOf } from '../../../src/explore/clock/path.ts';
import type { Inequality, Path, PathTime } from '../../../src/explore/clock/path.ts';

const latest = 8;
const plus = fc.nat(4);

/** Four readings, some of them after waits, with inequalities that the times in `values` fit: a path has at least one solution. */
const paths: fc.Arbitrary<Path> = fc
  .record({
    step: fc.nat(1),
    waits: fc.array(fc.array(fc.record({ time: fc.nat(3), plus }), { maxLength: 1 }), { minLength: 4, maxLength: 4 }),
    exact: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    pairs: fc.array(fc.record({ a: fc.nat(4), b: fc.nat(4), most: fc.integer({ min: -5, max: 1 }) }), {
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

function bruteForce({ step, times, inequalities }: Path): Margin {
  let best: Margin = { total: Infinity, longest: Infinity };
  const visit = (values: readonly number[]): void => {
    if (values.length < times.length) {
      for (let value = (values.at(-1) ?? 0) + step; value <= latest; value++) visit([...values, value]);
      return;
    }
    const of = (time: number): number => values[time] ?? NaN;
    if (inequalities.some(({ a, b, most }) => of(a) - of(b) > most)) return;
    const delays = times.map(({ notBefore }, time) => {
      return notBefore.length === 0 ? 0 : of(time) - Math.max(...notBefore.map((one) => of(one.time) + one.plus));
    });
    if (delays.some((delay) => delay < 0)) return;
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
        const margin = marginOf(path);
        expect(margin).toEqual(bruteForce(path));
        if (margin.total > margin.longest) isSum++;
      },
    ),
    { numRuns: 3000 },
  );
  expect(isSum).toBeGreaterThan(100);
});

test('a path of the usual way has none', () => {
  const times = [{ notBefore: [] }, { notBefore: [{ time: 0, plus: 1 }] }];
  expect(marginOf({ step: 1, times, inequalities: [] })).toEqual({ total: 0, longest: 0 });
});
