// Of the asyncio tests of CPython the virtual loop passes those that the stored results say: a sample is run anew, where the CPython at hand
// has its tests and is of the version of the results.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noCpython } from '../cpython.ts';
import { modules, ownTests, resultsOf } from './asyncio/suite.ts';

const stored = readFileSync(join(import.meta.dirname, 'asyncio', 'results.txt'), 'utf8').split('\n');

/** The lines of a module: its counts, then what stands indented below. */
function storedOf(module: string): string[] {
  const from = stored.findIndex((line) => line.startsWith(`${module}: `));
  const length = stored.slice(from + 1).findIndex((line) => !line.startsWith('  '));
  return stored.slice(from, from + 1 + length);
}

test('the results name every module, and no test that the virtual loop runs and fails', () => {
  expect(modules.filter((module) => storedOf(module).length === 0)).toEqual([]);
  expect(stored.filter((line) => / (?:fails|is not reached)$/.test(line))).toEqual([]);
});

const own = noCpython ? undefined : await ownTests();

describe.skipIf(own?.folder === undefined || `CPython ${own.version}` !== stored[0])('as stored', () => {
  test.each(['test_locks', 'test_queues', 'test_waitfor'])('%s', { timeout: 120_000 }, async (module) => {
    expect(await resultsOf(own?.folder ?? '', module)).toEqual(storedOf(module));
  });
});
