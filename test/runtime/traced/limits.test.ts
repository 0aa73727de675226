// A run that would not end is stopped, and says in words by what.
import { expect, test } from 'vitest';
import { recorder } from '../../../src/trace/recorder.ts';
import { printed, traced } from './traced.ts';

test('an endless loop stops after its steps', () => {
  expect(traced('while (true);').stopped).toEqual({ reason: 'steps', text: 'stopped after 200000 steps' });
});

test('a run that a limit ends has the exit code of timeout(1), and its trace ends with it', () => {
  const { tracer, events } = recorder();
  expect(traced('process.exitCode = 3;\nwhile (true);', { tracer }).exit).toBe(124);
  expect(events.at(-1)).toMatchObject({ kind: 'exit', code: 124 });
});

test.each([
  'while (true) await null;',
  'const again = () => queueMicrotask(again); again();',
  'const again = () => Promise.resolve().then(again); again();',
  'const again = () => process.nextTick(again); again();',
  'const again = () => setImmediate(again); again();',
  'setInterval(() => {}, 1);',
  'while (true) { try { await null; } catch {} finally {} }',
  'async function* g() { while (true) yield 1; }\nfor await (const x of g()) void x;',
])('%s stops', (source) => {
  expect(traced(source, { limits: { steps: 1_000 } }).stopped?.text).toBe('stopped after 1000 steps');
});

test('a program cannot catch the stop', () => {
  const source = `
    try {
      while (true);
    } catch { console.log('caught'); } finally { console.log('finally'); }
    console.log('after');`;
  expect(traced(source).stdout).toEqual([]);
});

test('output stops after its lines, and what was printed stays', () => {
  const { stdout, stopped } = traced('for (let i = 1; ; i++) console.log(i);', { limits: { lines: 3 } });
  expect(stdout).toEqual(['1', '2', '3']);
  expect(stopped?.text).toBe('stopped after 3 lines of output');
});

test('output stops after its characters', () => {
  const { stopped } = traced("while (true) console.log('x'.repeat(99));", { limits: { output: 500 } });
  expect(stopped?.text).toBe('stopped after 500 characters of output');
});

test('a trace stops after its events, and only a trace', () => {
  const source = 'for (let i = 0; i < 500; i++) await null;';
  const { stopped } = traced(source, { tracer: recorder().tracer, limits: { events: 100 } });
  expect(stopped?.text).toBe('stopped after 100 events');
  expect(traced(source, { limits: { events: 100 } }).stopped).toBeUndefined();
});

test('a wait that nothing can end is said with its line', () => {
  const cells = 'const cells = new Int32Array(new SharedArrayBuffer(4));';
  expect(traced(`${cells}\nAtomics.wait(cells, 0, 0);`).stopped?.text).toBe(
    'stopped: line 2 waits for a notify, and no other thread is there to give it',
  );
});

test('an open port with nobody to write to it is said', () => {
  expect(traced('new MessageChannel().port1.onmessage = () => {};').stopped?.text).toBe(
    'stopped: a MessagePort is open and nothing is left that could send to it; Node would wait for ever',
  );
});

test('a run leaves the host as it was', () => {
  const before = [Array.fromAsync, Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')];
  traced('await Array.fromAsync([1]); throw new Error("x");');
  expect([Array.fromAsync, Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')]).toEqual(before);
});

test('async functions that call each other more deeply than the engine has room for are refused: Node has more', () => {
  const source =
    'async function down(n) { return n === 0 ? 0 : 1 + (await down(n - 1)); }\nconsole.log(await down(DEPTH));';
  expect(printed(source.replace('DEPTH', '150'))).toEqual(['150']);
  expect(() => traced(source.replace('DEPTH', '7000'))).toThrow(
    /^program\.ts:1 {2}a recursion of \d+ async functions is not available in the traced engine\n/,
  );
});

test('a call stack of ordinary functions that is full is an error of the program, as in Node', () => {
  const source = `
    try { (function again() { again(); })(); } catch (error) { console.log(error.name, error.message); }
    await (async () => { (function again() { again(); })(); })().catch((error) => console.log(error.message));`;
  expect(printed(source)).toEqual(['RangeError Maximum call stack size exceeded', 'Maximum call stack size exceeded']);
});
