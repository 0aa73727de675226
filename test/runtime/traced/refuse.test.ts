// What the traced engine cannot run it refuses by name, with the line; word for word.
import { expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { traced } from './traced.ts';

const onNode = '\n  fix: run it on the real engine: leave --engine traced out';

function refused(source: string): string {
  try {
    traced(source);
  } catch (error) {
    if (error instanceof CourseError) return error.message;
    throw error;
  }
  return 'accepted';
}

test.each([
  ["import fs from 'node:fs';", 'program.ts:1  module node:fs is not available'],
  [
    "\nimport { Worker } from 'node:worker_threads';",
    'program.ts:2  "Worker" of module node:worker_threads is not available',
  ],
  ["import { helper } from './helper.ts';", 'program.ts:1  module ./helper.ts is not available'],
  ["await import('node:http');", 'program.ts:1  module node:http is not available'],
  ['await import(String(1));', 'program.ts:1  import() of a computed name is not available'],
  ["export * from 'node:util';", 'program.ts:1  an export of another module is not available'],
  ['for (await using x of []) {}', 'program.ts:1  "await using" in the head of a loop is not available'],
  [
    'for await (const { a = await 1 } of []) {}',
    'program.ts:1  await or yield between "for await (" and "of" is not available',
  ],
  [
    'function f() {\n  return async () => arguments;\n}',
    'program.ts:2  "arguments" inside an async arrow function is not available',
  ],
  ["await fetch('http://localhost');", 'program.ts:1  "fetch" is not available'],
  ['postMessage(1);', 'program.ts:1  "postMessage" is not available'],
  ["const fs = require('fs');", 'program.ts:1  "require" is not available'],
  ['let $$mine = 1;', 'program.ts:1  the name "$$mine" is not available'],
  ['class A { async f() { super.x = 1; } }', 'program.ts:1  an assignment to a property of super is not available'],
  [
    'switch (1) {\n  case 1:\n    async function f() {}\n}',
    'program.ts:3  an async function declared in a case without braces is not available',
  ],
  [
    "class A {\n  ['f'] = async () => 1;\n}",
    'program.ts:2  an async function in a field with a computed name is not available',
  ],
])('%s', (source, message) => {
  expect(refused(source)).toBe(`${message} in the traced engine${onNode}`);
});

test.each([
  ['enum Color { Red }', 'an enum'],
  ['namespace N { export const x = 1; }', 'a namespace'],
  ['class A { constructor(public x: number) {} }', 'a parameter property'],
])('%s', (source, what) => {
  expect(refused(source)).toBe(
    `program.ts:1  ${what} is not available in the traced engine\n  fix: write it in JavaScript: Node refuses it too`,
  );
});

test('text that is no program is refused with its line', () => {
  expect(refused('const x = 1;\nconst = 2;')).toBe(
    'program.ts:2  this is no valid TypeScript: Unexpected token\n  fix: look at the line, then run it again',
  );
});

test('what is asked for while the program runs is refused with its line', () => {
  expect(refused('try {\n  console.table([]);\n} catch {}')).toBe(
    'program.ts:2  console.table is not available in the traced engine\n' +
      '  fix: print with console.log, or run it on the real engine: leave --engine traced out',
  );
});

test.each(['String(() => 1)', '`${async () => 1}`', 'class { work() {} }.toString()'])(
  '%s is refused',
  (expression) => {
    expect(refused(`console.log(${expression.replace(/^class.*}/, '($&)')});`)).toBe(
      'program.ts:1  the text of a function is not available in the traced engine\n' +
        '  fix: print its name, or run it on the real engine: leave --engine traced out',
    );
  },
);

test('a function of the host has its text', () => {
  expect(refused('console.log(String(Math.max), Math.max);')).toBe('accepted');
});

test('a name that the program declares is its own', () => {
  expect(refused("function fetch() { return 'mine'; }\nconsole.log(fetch());")).toBe('accepted');
});

test('of process, every name that Node has is there or is refused', () => {
  const unset = ['exitCode', 'channel', 'connected', 'disconnect', 'send']; // the last four: of a forked process alone
  const names = Object.getOwnPropertyNames(process).filter((name) => !name.startsWith('_') && !unset.includes(name));
  const absent = names.filter((name) => {
    const source = `if (process.${name} === undefined) throw new Error('absent');`;
    return refused(source) === 'accepted' && traced(source).exit !== 0;
  });
  expect(absent).toEqual([]);
});

test('making an async function from text is refused with its line', () => {
  expect(refused("const f = async () => {};\nf.constructor('return 1');")).toBe(
    'program.ts:2  making an async function from text is not available in the traced engine\n' +
      '  fix: write the function out, or run it on the real engine: leave --engine traced out',
  );
});

test('reading from stdin is refused with its line', () => {
  expect(refused("\nprocess.stdin.on('data', console.log);")).toBe(
    `program.ts:2  process.stdin is not available in the traced engine${onNode}`,
  );
});
