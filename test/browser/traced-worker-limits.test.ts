// What a Worker with a program in it may do: how it is ended, what it refuses, and what a strict policy has to allow.
import { expect } from 'vitest';
import { globalNames } from '../../src/runtime/traced/api/names.ts';
import { languageGlobals, realmGlobals, refusedGlobals } from '../../src/runtime/traced/realm/global-names.ts';
import { asking } from '../runtime/traced/escapes.ts';
import { test } from './browser.ts';
import { asked, useWorkerPage } from './worker-site.ts';

const inWorker = useWorkerPage();
const called = (text: string) => ({ text, file: 'program.ts' });
/** Never asks the engine whether its time is over. */
const stuck = "console.log('before');\n/^(a+)+$/.exec('a'.repeat(40) + 'b');\nconsole.log('after');";

test('a program that is stuck is ended with its Worker, and what it printed stays', async () => {
  const run = await inWorker(called(stuck), { timeLimit: 200 });
  expect(run).toMatchObject({
    lines: [{ at: 0, stream: 'stdout', text: 'before', strand: 0 }],
    exit: undefined,
    stopped: { reason: 'time', text: 'stopped: its time is over' },
  });
});

test('a loop without end is ended by the engine, which can still say all that happened', async () => {
  const options = { timeLimit: 100, limits: { steps: 1e12, events: 1e12 }, trace: 'brief' } as const;
  const run = await inWorker(called('while (true);'), options);
  expect(run).toMatchObject({ exit: 124, stopped: { reason: 'time' } });
  expect(run).toHaveProperty('events.0.kind', 'resume');
});

test('the signal ends a run at once', async () => {
  const run = await inWorker(called(stuck), { interrupt: true });
  expect(run).toMatchObject({ exit: undefined, stopped: { reason: 'interrupt', text: 'stopped: it was interrupted' } });
});

test('the limits of the engine hold', async () => {
  const run = await inWorker(called('for (let i = 0; ; i++) console.log(i);'), { limits: { lines: 3 } });
  expect(run).toMatchObject({ lines: { length: 3 }, stopped: { text: 'stopped after 3 lines of output' } });
});

test('what the engine cannot run comes back as the error that it is in Node', async () => {
  expect(await inWorker(called("\nimport os from 'node:os';"))).toEqual({
    refused:
      'program.ts:2  module node:os is not available in the traced engine\n' +
      '  fix: run it on the real engine: leave --engine traced out',
    kind: 'course',
  });
});

test.each([
  ['new Map([[1, 2]]).keys()', 'a Map iterator'],
  ['[new Set([1]).values()]', 'a Set iterator'],
])('printing %s is refused, for a realm cannot look into it', async (value, what) => {
  const run = await inWorker(called(`try { console.log(${value}); } catch {}`));
  const fix = 'print what it holds, or run it on the real engine: leave --engine traced out';
  const refused = `program.ts:1  printing ${what} is not available in the traced engine\n  fix: ${fix}`;
  expect(run).toMatchObject({ refused });
});

test('what Node has as a global and the engine has not is refused at the access, with its line', async () => {
  const run = await inWorker(called("\nconst name = 'WebSocket';\ntry { globalThis[name]; } catch {}"));
  expect(run).toMatchObject({ refused: expect.stringMatching(/^program.ts:3  WebSocket is not available/) as string });
});

test('a proxy is printed as on Node', async () => {
  const run = await inWorker(called('console.log([new Proxy({ a: 1 }, {})]);'));
  expect(run).toMatchObject({ lines: [{ text: '[ Proxy({ a: 1 }) ]' }] });
});

test('a program finds no global that Node does not have, and none of the outside world', async () => {
  // two numbers that stand on what a Worker's global object inherits from, and cannot be taken away
  const fixed = ['constructor', 'TEMPORARY', 'PERSISTENT'];
  const names = [...languageGlobals, ...realmGlobals, ...globalNames, ...Object.keys(refusedGlobals)];
  const source = `
const found = [];
for (let at = globalThis; at !== Object.prototype; at = Object.getPrototypeOf(at)) found.push(...Reflect.ownKeys(at));
const known = new Set(${JSON.stringify([...names, ...fixed])});
console.log(found.filter((name) => typeof name === 'string' && !known.has(name)).join());`;
  expect(await inWorker(called(source))).toMatchObject({ lines: [{ text: '' }] });
});

test('no way to the network is open to a program, under the narrowest policy and without one', async () => {
  for (const [policy, path] of [
    [undefined, '/kept.js'],
    ['', '/free.js'],
  ] as const) {
    for (const expression of asking.filter((each) => each.includes('ADDRESS'))) {
      await inWorker(called(`try { ${expression.replaceAll('ADDRESS', path)}; } catch {}`), {}, policy);
    }
  }
  expect(asked.filter((path) => ['/kept.js', '/free.js'].includes(path))).toEqual([]);
});

test('without a policy of its own the Worker runs on a page that forbids eval', async () => {
  expect(await inWorker(called("console.log('runs');"), {}, '')).toMatchObject({ lines: [{ text: 'runs' }], exit: 0 });
});

test('a policy that forbids the Worker to compile is said, with the one that it needs', async () => {
  expect(await inWorker(called(''), {}, "default-src 'none'; script-src 'self'")).toEqual({
    refused:
      'the policy that the server sent with the Worker forbids it to run a program\n' +
      "  fix: send it with: Content-Security-Policy: default-src 'none'; script-src 'unsafe-eval'",
    kind: 'missing',
  });
});
