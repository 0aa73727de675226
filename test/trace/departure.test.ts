// Where a run leaves the usual way, in words.
import { expect, test } from 'vitest';
import { departuresInWords } from '../../src/trace/narrate/departures.ts';
import type { Departure } from '../../src/trace/departure.ts';

test.each<[Departure, string]>([
  [{ cause: 'cpu', ms: 29.2, at: { line: 12 } }, 'the process stands still for 30 ms before line 12'],
  [{ cause: 'cpu', ms: 0.001 }, 'the process stands still between two turns of the loop'],
  [
    { cause: 'latency', taken: { id: 'x', strand: 'bob', line: 4 }, usual: { id: 'y', strand: 'ann' } },
    'bob (line 4) ends before ann',
  ],
  [{ cause: 'latency', taken: { id: 'b' }, usual: { id: 'nobody' } }, 'b ends in the same turn of the loop'],
  [{ cause: 'latency', taken: { id: 'nobody' }, usual: { id: 'a' } }, 'a ends in a later turn of the loop'],
  [
    {
      cause: 'latency',
      taken: { id: 'pay 2', strand: 'pay', line: 4 },
      usual: { id: 'pay 1', strand: 'pay', line: 4 },
    },
    'pay 2 (line 4) ends before pay 1 (line 4)',
  ],
  [{ cause: 'latency' }, 'another wait ends before the one that is due'],
  [{ cause: 'ties', taken: { id: 'b' }, usual: { id: 'a' } }, 'b comes before a, due at the same time'],
  [{ cause: 'sets', taken: { id: 'b' }, usual: { id: 'a' } }, 'b is taken from a set before a'],
  [
    { cause: 'threads', isPreemption: true, at: { strand: 'ann', line: 7 }, taken: { id: '2', strand: 'bob' } },
    'ann is stopped before line 7, and bob goes on',
  ],
  [{ cause: 'threads', taken: { id: '2', strand: 'bob' } }, 'bob goes on first'],
])('%j', (departure, words) => {
  expect(departuresInWords([departure])).toBe(words);
});

test('a run without any is the usual one', () => {
  expect(departuresInWords([])).toBe('the usual run');
});

test('more than three are counted', () => {
  const many = Array.from({ length: 5 }, (): Departure => ({ cause: 'threads', taken: { id: 'bob' } }));
  expect(departuresInWords(many)).toBe(
    'bob goes on first; then bob goes on first; then bob goes on first; and so at 2 more places',
  );
});
