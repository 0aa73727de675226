// Random programs print the same on Node and on the traced engine; `npm run fuzz` runs as many as one likes.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../src/runtime/realm/realm.ts';
import { constructs } from './constructs.ts';
import { fuzz, tape } from './fuzz.ts';
import { startNode } from './node-runner.ts';
import { ownTextOf, programOf } from './program.ts';

test('1,000 random programs print the same on both', { timeout: 120_000 }, async () => {
  const { programs, lines, counterexample } = await fuzz({ programs: 1_000, seed: 20_26 });
  expect(counterexample).toBeUndefined();
  expect(programs).toBe(1_000);
  expect(lines).toBeGreaterThan(5_000);
});

test('1,000 random programs have each construct in at least 20 of them', () => {
  const programs = fc.sample(tape, { numRuns: 1_000, seed: 20_26 }).map((choices) => ownTextOf(choices));
  const counts = Object.entries(constructs).map(
    ([name, sign]) => [name, programs.filter((text) => sign.test(text)).length] as const,
  );
  expect(counts.filter(([, count]) => count < 20)).toEqual([]);
});

test('an empty tape is the simplest program', () => {
  const { text: program } = programOf([]);
  expect(program.slice(program.indexOf('async function main'))).toBe(
    "async function main1() {\ntry {\nlog('2');\nlog('3');\n} catch (e) { log('main1', e); }\n}\nvoid main1();\nlog('4');\n",
  );
});

test('time in Node jumps to the next timer once nothing else can run', async () => {
  const node = startNode();
  const program = `setTimeout(() => console.log('an hour'), 3_600_000); setImmediate(() => console.log('immediate'));`;
  expect(await node.run({ kind: 'module', text: program })).toEqual(['immediate', 'an hour']);
  node.end();
});

test('timers that are due together run list by list on both', async () => {
  const program = `
    setTimeout(() => console.log('first of 10'), 10);
    setTimeout(() => setTimeout(() => console.log('second of 10'), 10), 2);
    setTimeout(() => setTimeout(() => console.log('of 8'), 8), 4);`;
  const node = startNode();
  const expected = ['first of 10', 'of 8', 'second of 10'];
  expect(await node.run({ kind: 'module', text: program })).toEqual(expected);
  const { stdout } = runInRealm(compile(program, { file: 'program.ts' }));
  expect(stdout).toEqual(expected);
  node.end();
});
