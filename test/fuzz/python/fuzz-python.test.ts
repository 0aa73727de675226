// Random asyncio programs print on the virtual clock what they print on CPython's own loop; `npm run fuzz -- --py` tries as many as one
// likes. Faults that are planted in a copy of what runs CPython's loop are found.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../../runtime/fake-python.ts';
import { fuzzPython, ownLoop, tapes } from './fuzz-python.ts';
import { pythonProgram } from './program.ts';

const seed = 20_26;

/** What a program looks like that has the construct. */
const constructs = {
  sleep: /asyncio\.sleep\(0\.\d+\)/,
  'giving way': /asyncio\.sleep\(0\)/,
  'a cancelled task': /tasks\[\d\] % len\(tasks\)|\.cancel\("/,
  'a swallowed cancellation': /"swallowed"/,
  uncancel: /uncancel\(\)/,
  'a time limit': /asyncio\.timeout\(0(?:\.00\d)?\)/,
  wait_for: /wait_for/,
  shield: /shield/,
  gather: /log\(await asyncio\.gather/,
  'a task group': /TaskGroup/,
  wait: /asyncio\.wait\(/,
  'a lock': /async with lock/,
  'a semaphore': /async with seats/,
  'a queue': /queue\.put/,
  'an event': /event\.wait/,
  'a condition': /condition\.wait/,
  'a generator': /steps\.send/,
  'an asynchronous generator': /async for/,
  'one that is closed': /aclose/,
  'a context variable': /variable\.set/,
  'a callback': /call_soon/,
};

test('500 random programs have each construct in at least 10 of them', () => {
  const texts = fc
    .sample(tapes, { numRuns: 500, seed })
    .map((tape) => pythonProgram(tape).split('async def worker0')[1] ?? '');
  const counts = Object.entries(constructs).map(([name, sign]) => [
    name,
    texts.filter((text) => sign.test(text)).length,
  ]);
  expect(counts.filter(([, count]) => Number(count) < 10)).toEqual([]);
});

describe.skipIf(noCpython)('compared with CPython', () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('150 random programs print the same lines and end in the same way', { timeout: 120_000 }, async () => {
    const { programs, lines, counterexample } = await fuzzPython({ programs: 150, seed });
    expect(counterexample).toBeUndefined();
    expect(programs).toBe(150);
    expect(lines).toBeGreaterThan(1_500);
  });

  /** In Python, added to the loop of the oracle. */
  const faults = {
    'the ready queue is last in, first out': `
    def call_soon(self, callback, *args, context=None):
        handle = super().call_soon(callback, *args, context=context)
        self._ready.rotate(1)
        return handle
`,
    'a timer is due a millisecond late': `
    def call_at(self, when, callback, *args, context=None):
        return super().call_at(when + 0.001, callback, *args, context=context)
`,
    'a task begins one turn late': `
    def create_task(self, coro, **options):
        async def later():
            await asyncio.sleep(0)
            return await coro
        return super().create_task(later(), **options)
`,
  };

  test.each(Object.entries(faults))('a planted fault is found: %s', { timeout: 120_000 }, async (_, fault) => {
    const oracle = join(folder, 'oracle.py');
    const text = readFileSync(ownLoop, 'utf8');
    writeFileSync(oracle, text.replace('\n\nclass Policy', `${fault}\n\nclass Policy`));
    expect((await fuzzPython({ programs: 100, seed, oracle })).counterexample).toContain('"own"');
  });
});
