// Each kind of false claim is caught, and its sentence says what is wrong, where, and the command that shows it.
import { noCpython } from '../cpython.ts';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prove } from '../../src/check/proof/proof.ts';
import { readSnippet } from '../../src/course/snippets.ts';
import type { Snippet } from '../../src/course/snippets.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'courses', 'false-claims');

function claim(name: string): Snippet {
  const snippet = readSnippet(root, `claims/${name}`);
  if (!snippet) throw new Error(`there is no claim "${name}"`);
  return snippet;
}

async function falsehoods(...names: string[]): Promise<string[]> {
  const proofs = await prove(root, names.map(claim));
  return proofs.flatMap(({ errors }) => errors.map(({ message }) => withoutTokens(message)));
}

/** The decisions of a run belong to the version of the engine. */
function withoutTokens(message: string): string {
  return message.replaceAll(/(?<=--schedule )\S+/g, 'TOKEN').replaceAll(/(?<=seed )\d+/g, 'N');
}

const swapped = 'output lines 1 and 3 are swapped: the contract has "b" (contract line 3) before "c" (contract line 4)';

test.skipIf(noCpython)('an order that latency breaks fails, with the token that replays it', async () => {
  const [ts, py] = await falsehoods('order-that-latency-breaks');
  const place = 'snippets/claims/order-that-latency-breaks.order:3';
  expect(
    [ts, py].map((message) =>
      message?.replace(/(?<=: )\d+ of \d+(?=.*Nearest)/, 'N of N').replace(/(?<=Nearest: ).*(?=: output)/, 'so'),
    ),
  ).toEqual([
    `${place}  TypeScript: N of N schedules of latency break the contract. Nearest: so: ${swapped}\n` +
      '  fix: claim less, or say on what the order rests: ~ assume latency under 8 ms: reason\n' +
      '       replay it: npm run course -- run claims/order-that-latency-breaks --ts --schedule TOKEN',
    `${place}  Python: N of N schedules of latency break the contract. Nearest: so: ${swapped}\n` +
      '  fix: claim less, or say on what the order rests: ~ assume latency under 8 ms: reason\n' +
      '       replay it: npm run course -- run claims/order-that-latency-breaks --py --schedule TOKEN',
  ]);
});

test.skipIf(noCpython)('an order that ties break fails in Python, whose loop leaves equal deadlines open', async () => {
  const said = await falsehoods('order-that-ties-break');
  expect(said).toContainEqual(
    expect.stringMatching(
      /^snippets\/claims\/order-that-ties-break\.order:3 {2}Python: \d+ of \d+ schedules of ties breaks? the contract/,
    ),
  );
  expect(said.filter((message) => message.includes('TypeScript'))).toEqual([]);
});

test.skipIf(noCpython)('an order between two threads that nothing forces fails, by turns', async () => {
  const place = 'snippets/claims/order-that-threads-break.order:1';
  const said = await falsehoods('order-that-threads-break');
  expect(said.map((message) => message.replace(/(?<=: )\d+ of \d+/, 'N of N'))).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${place}  TypeScript: N of N schedules of threads break the contract. Nearest: the news of worker 2 goes on first: output lines 1 and 2 are swapped`,
      ),
    ),
    expect.stringMatching(
      new RegExp(
        `^${place}  Python: N of N schedules of threads break the contract. Nearest: .* goes on.*: output lines 1 and 2 are swapped`,
      ),
    ),
  ]);
});

test.skipIf(noCpython)('a block whose lines never swap is no freedom', async () => {
  expect(await falsehoods('freedom-never-seen')).toEqual([
    'snippets/claims/freedom-never-seen.order:1  TypeScript: contract line 1: this block is claimed free by latency, but in 1 schedule no two of its lines ever swapped\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/freedom-never-seen --ts --cause latency',
    'snippets/claims/freedom-never-seen.order:1  Python: contract line 1: this block is claimed free by latency, but in 1 schedule no two of its lines ever swapped\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/freedom-never-seen --py --cause latency',
  ]);
});

test.skipIf(noCpython)('two lines that always come one way are not free', async () => {
  expect(await falsehoods('pair-never-seen')).toEqual([
    'snippets/claims/pair-never-seen.order:4  TypeScript: contract line 4: "a" <> "c" is claimed free by latency, but all 1 schedule printed "a" first\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/pair-never-seen --ts --cause latency',
    'snippets/claims/pair-never-seen.order:4  Python: contract line 4: "a" <> "c" is claimed free by latency, but all 1 schedule printed "a" first\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/pair-never-seen --py --cause latency',
  ]);
});

test.skipIf(noCpython)('an alternative that is never taken fails', async () => {
  expect(await falsehoods('alternative-never-taken')).toEqual([
    'snippets/claims/alternative-never-taken.order:5  TypeScript: contract line 5: the alternative "a" is claimed possible by latency, but it never happened in 1 schedule\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/alternative-never-taken --ts --cause latency',
    'snippets/claims/alternative-never-taken.order:5  Python: contract line 5: the alternative "a" is claimed possible by latency, but it never happened in 1 schedule\n' +
      '  fix: claim the order that it has, or see how often: npm run course -- explore claims/alternative-never-taken --py --cause latency',
  ]);
});

test.skipIf(noCpython)('a time that is off fails', async () => {
  expect(await falsehoods('elapsed-off')).toEqual([
    'snippets/claims/elapsed-off.order:4  TypeScript in the usual run: the program took 40 ms, the contract expects 50 ms (contract line 4)\n' +
      '  fix: see it: npm run course -- run claims/elapsed-off --engine traced',
    'snippets/claims/elapsed-off.order:4  Python in the usual run: the program took 40 ms, the contract expects 50 ms (contract line 4)\n' +
      '  fix: see it: npm run course -- run claims/elapsed-off --engine cpython-virtual',
  ]);
});

test.skipIf(noCpython)('a deadlock names who waits and where', async () => {
  expect(await falsehoods('deadlock')).toEqual([
    'snippets/claims/deadlock.ts  TypeScript in the usual run: deadlock: nothing left can wake the program\n' +
      '  worker waits at line 6: await gate.promise;\n' +
      '  main waits at line 10: await worker();\n' +
      '  fix: see it: npm run course -- run claims/deadlock --engine traced',
    'snippets/claims/deadlock.py  Python in the usual run: deadlock: nothing left can wake the program\n' +
      '  task worker waits at line 7: await gate.wait()\n' +
      '  fix: see it: npm run course -- run claims/deadlock --engine cpython-virtual',
  ]);
});

test.skipIf(noCpython)('a difference between the twins that is not declared breaks the contract', async () => {
  expect(await falsehoods('difference-not-declared')).toEqual([
    'snippets/claims/difference-not-declared.order:1  Python in the usual run: output lines 1 and 2 are swapped: the contract has "task" (contract line 1) before "main" (contract line 2)\n' +
      '  fix: see it: npm run course -- run claims/difference-not-declared --engine cpython-virtual\n' +
      '       where the languages truly differ, declare it: ~ py: line because: reason',
  ]);
});

test.skipIf(noCpython)('a line declared different for each twin that both print at one place fails', async () => {
  expect(await falsehoods('difference-not-real')).toEqual([
    'snippets/claims/difference-not-real.order:2  "~ ts: b" declares a difference that is not real: line 3 declares the same line for the other twin, and both twins print it here\n' +
      '  fix: write it as a line of both: b\n' +
      '       and delete line 3',
  ]);
});

test.skipIf(noCpython)("a contract of Python's own that says what the other says fails", async () => {
  expect(await falsehoods('contract-not-real')).toEqual([
    'snippets/claims/contract-not-real.py.order:1  this contract of Python alone declares a difference that is not real: each twin meets the contract of the other\n' +
      '  fix: delete snippets/claims/contract-not-real.py.order, then: npm run course -- record claims/contract-not-real',
  ]);
});

test.skipIf(noCpython)('a freedom by ties that no Python twin shares fails', async () => {
  expect(await falsehoods('ties-in-typescript')).toEqual([
    'snippets/claims/ties-in-typescript.order:1  no schedule can show this freedom by ties: it serves TypeScript alone, and only asyncio leaves the order of equal deadlines open\n' +
      '  fix: claim the order that it has, or name the cause that it has',
  ]);
});

test.skipIf(noCpython)(
  'a program that does not end, or ends its process, fails, and the others keep their proof',
  async () => {
    const falsehood = 'it could not be run on virtual time';
    expect(await falsehoods('never-ends', 'elapsed-off')).toEqual([
      `snippets/claims/never-ends.ts  ${falsehood}: stopped after 1000000 steps\n  fix: look for a loop that nothing ends`,
      `snippets/claims/never-ends.py  ${falsehood}: it ended its process by os._exit(0)\n` +
        '  fix: let it come to its end: sys.exit, or the end of the file',
      ...(await falsehoods('elapsed-off')),
    ]);
  },
);

test.skipIf(noCpython)('a twin that no engine runs under schedules is named', async () => {
  const snippet = claim('needs-threads');
  const [ts, py] = await prove(root, [snippet]);
  const refusal = 'snippets/claims/needs-threads.ts:3  module node:os is not available in the traced engine';
  expect([ts, py].map((proof) => proof?.refused?.message)).toEqual([
    `${refusal}\n  fix: explore it on the real engine: npm run course -- explore snippets/claims/needs-threads.ts --real`,
    undefined,
  ]);
  expect([ts, py].flatMap((proof) => proof?.errors.map(({ message }) => message))).toEqual([
    `snippets/claims/needs-threads.order:1  no schedule can show this freedom by latency: ${refusal}\n` +
      '  fix: claim the order that it has, or name the cause that it has',
  ]);
});
