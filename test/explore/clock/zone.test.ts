// Zones: the closed matrix against Bellman–Ford over the same bounds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Zone } from '../../../src/explore/clock/zone.ts';

interface Bound {
  readonly a: number;
  readonly b: number;
  readonly most: number;
}

const times = 6;
const bounds: fc.Arbitrary<readonly Bound[]> = fc.array(
  fc.record({ a: fc.nat(times - 1), b: fc.nat(times - 1), most: fc.integer({ min: -9, max: 9 }) }),
  { maxLength: 12 },
);

/** The least upper bound of every a - b by repeated relaxation; undefined where nothing fits all bounds. */
function reference(all: readonly Bound[]): number[][] | undefined {
  const order = Array.from({ length: times - 1 }, (_, time): Bound => ({ a: time, b: time + 1, most: -1 }));
  const rows = Array.from({ length: times }, (_, source) => {
    const distance = Array.from({ length: times }, (__, time) => (time === source ? 0 : Infinity));
    for (let round = 0; round < times; round++) {
      for (const { a, b, most } of [...order, ...all]) {
        distance[b] = Math.min(distance[b] ?? Infinity, (distance[a] ?? Infinity) + most);
      }
    }
    return distance;
  });
  return rows.some((row, time) => (row[time] ?? 0) < 0) ? undefined : rows;
}

test('a zone allows a bound if and only if some times fit it and all before, and knows all that they imply', () => {
  fc.assert(
    fc.property(bounds, (all) => {
      const zone = Zone.origin();
      for (let time = 1; time < times; time++) zone.add(time - 1, 1);
      const taken: Bound[] = [];
      for (const bound of all) {
        const expected = reference([...taken, bound]);
        expect(zone.allows(bound.a, bound.b, bound.most)).toBe(expected !== undefined);
        if (!expected) continue;
        taken.push(bound);
        zone.constrain(bound.a, bound.b, bound.most);
        for (let a = 0; a < times; a++) {
          for (let b = 0; b < times; b++) expect(zone.most(a, b)).toBe(expected[a]?.[b]);
        }
      }
    }),
  );
});

test('a copy goes its own way', () => {
  const zone = Zone.origin();
  const time = zone.add(0, 1);
  const copy = zone.copy();
  copy.constrain(time, 0, 5);
  expect([zone.most(time, 0), copy.most(time, 0)]).toEqual([Infinity, 5]);
});
