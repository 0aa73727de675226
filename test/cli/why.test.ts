// Why a program ended by an error that nobody handled, or waits for ever: one sentence with its mend, word for word.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { why } from '../../src/cli/run/why.ts';
import { diagnose } from '../../src/runtime/traced/diagnosis.ts';

const folder = mkdtempSync(join(tmpdir(), 'interleave-why-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function explained(lines: readonly string[], exit: number): string | undefined {
  const file = join(folder, 'program.mts');
  writeFileSync(file, lines.join('\n'));
  const found = diagnose(file, exit);
  if (!found) return undefined;
  const { what, fix } = why(found, 'program.mts');
  return `${what}\n${fix}`;
}

const load = ['async function load(id: number): Promise<number> {', "  throw new Error('no row ' + id);", '}'];

test('a call that nobody awaits', () => {
  expect(explained([...load, 'void load(2);'], 1)).toBe(
    'the promise of load(), called at program.mts:4, was rejected with "no row 2"; nothing awaits it and it has no catch\n' +
      'write await before load(), or .catch(…) behind it',
  );
});

test('a promise that is awaited after its error has come', () => {
  const wait = 'await new Promise((done) => setTimeout(done, 10));';
  expect(explained([...load, 'const row = load(2);', wait, 'console.log(await row);'], 1)).toBe(
    'the promise of load(), called at program.mts:4, was rejected with "no row 2"; ' +
      'line 6 awaits row too late: nobody waited for it yet when the error came\n' +
      'wait for row before anything else, or handle its error where it is made: row.catch(…)',
  );
});

test('an error that passes through a then', () => {
  expect(explained(["Promise.reject(new Error('gone'))", '  .then((value) => console.log(value));'], 1)).toBe(
    'the error passed through the then at program.mts:1, whose promise was rejected with "gone"; ' +
      'nothing awaits it and it has no catch\nend the chain with .catch(…)',
  );
});

test('a promise that a timer rejects', () => {
  const made = "const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5));";
  expect(explained([made, 'console.log(late);'], 1)).toBe(
    'a promise was rejected at program.mts:1 with "late"; nothing awaits late, which holds it, and it has no catch\n' +
      'end late with .catch(…)',
  );
});

test('a top level that waits for what nothing settles: who waits for whom', () => {
  const program = [
    'const gate = Promise.withResolvers<void>();',
    'async function worker(): Promise<void> {',
    '  await gate.promise;',
    '}',
    'async function boss(): Promise<void> {',
    '  await worker();',
    '}',
    'await boss();',
  ];
  expect(explained(program, 13)).toBe(
    'the program waits at program.mts:8 for boss(), which waits at line 6 for worker(), which waits at line 3 ' +
      'for a promise that nothing settles any more\n' +
      'see to it that its resolve or reject is called, or that a timer or an event comes',
  );
});

test('a circle of waits', () => {
  const program = [
    'let second: Promise<void>;',
    'async function a(): Promise<void> {',
    '  await null;',
    '  await second;',
    '}',
    'const first = a();',
    'async function b(): Promise<void> {',
    '  await first;',
    '}',
    'second = b();',
    'await first;',
  ];
  expect(explained(program, 13)).toBe(
    'the program waits at program.mts:11 for a(), which waits at line 4 for b(), which waits at line 8 ' +
      'for one that waits for it: a circle\nlet one of them not wait',
  );
});

test.each([
  ['an error that was thrown outside of any promise', ["throw new Error('thrown');"], 1],
  ['a program that the traced engine does not run', ["import 'node:net';", "void Promise.reject(new Error('x'));"], 1],
  ['an end that the traced engine does not come to', ['void 0;'], 1],
])('nothing is said of %s', (_, lines, exit) => expect(explained(lines, exit)).toBeUndefined());
