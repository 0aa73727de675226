// The weight budget of the traces that the site serves.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { traceBudget, weighTraces } from '../../src/site/trace-weight.ts';

const dist = mkdtempSync(join(tmpdir(), 'trace-weight-'));
afterAll(() => rmSync(dist, { recursive: true }));
mkdirSync(join(dist, 'traces', 'one'), { recursive: true });

/** Writes a file that gzip cannot make smaller. */
function written(name: string, bytes: number): string {
  writeFileSync(join(dist, 'traces', 'one', name), randomBytes(bytes));
  return `traces/one/${name}`;
}

const light = written('light.ts.0.json', 100);
const middling = written('middling.ts.0.json', 8_977);
const heavy = written('heavy.ts.0.json', 61_000);

test('traces within the budget have no fault, and other files do not count', () => {
  const { count, average, heaviest, faults } = weighTraces(dist, [light, 'index.html', 'programs/one/turns.ts']);
  const size = gzipSync(Buffer.alloc(100, randomBytes(100))).length;
  expect({ count, average, heaviest, faults }).toEqual({ count: 1, average: size, heaviest: size, faults: [] });
});

test('without traces there is nothing to weigh', () => {
  expect(weighTraces(dist, ['index.html'])).toEqual({ count: 0, average: 0, heaviest: 0, faults: [] });
});

test('a trace beyond the budget is named with both figures', () => {
  const others = Array.from({ length: 20 }, () => light);
  expect(weighTraces(dist, [heavy, ...others]).faults.map(({ message }) => message)).toEqual([
    'dist/traces/one/heavy.ts.0.json  this trace transfers 61.0 kB over gzip; the budget is 60.0 kB\n' +
      '  fix: let the program take fewer steps, and record it again',
  ]);
});

test('traces that are too heavy on average are a fault with both figures', () => {
  expect(weighTraces(dist, [middling]).faults.map(({ message }) => message)).toEqual([
    'dist/traces  the traces transfer 9.0 kB over gzip on average; the budget is 6.0 kB\n' +
      '  fix: let the programs with the longest traces take fewer steps, and record them again',
  ]);
  expect(traceBudget).toEqual({ average: 6_000, one: 60_000 });
});
