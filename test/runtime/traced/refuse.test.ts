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
  ["import net from 'node:net';", 'program.ts:1  module node:net is not available'],
  [
    "\nimport { BroadcastChannel } from 'node:worker_threads';",
    'program.ts:2  "BroadcastChannel" of module node:worker_threads is not available',
  ],
  ["import { helper } from './helper.ts';", 'program.ts:1  module ./helper.ts is not available'],
  ["await import('node:http');", 'program.ts:1  module node:http is not available'],
  ["export * from 'node:util';", 'program.ts:1  an export of another module is not available'],
  ['for (await using x of []) {}', 'program.ts:1  "await using" in the head of a loop is not available'],
  ["\nawait import(['node', 'net'].join(':'));", 'program.ts:2  module node:net is not available'],
  ["await import.source('./some.js');", 'program.ts:1  import.source() is not available'],
  ['console.log(navigator);', 'program.ts:1  navigator is not available'],
  ['console.log($$);', 'program.ts:1  the name "$$" is not available'],
  ['const mine = { a: [$$f] };', 'program.ts:1  the name "$$f" is not available'],
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

const unsupported = (what: string) => `TypeScript ${what} is not supported in strip-only mode`;
const castInBrackets =
  'The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. ' +
  "Instead, use the 'as' syntax: `expr as T`.";

test.each([
  ['\nenum Color { Red }', unsupported('enum'), 'an enum is no erasable syntax: write const Color = { … } as const'],
  [
    '\nnamespace N { export const x = 1; }',
    unsupported('namespace declaration'),
    'a namespace with values is no erasable syntax: write const N = { … }',
  ],
  ['\nmodule N { }', '`module` keyword is not supported. Use `namespace` instead.', 'write namespace in its place'],
  ['\nmodule N { let x; }', '`module` keyword is not supported. Use `namespace` instead.', 'write const N = { … }'],
  [
    'class A {\nconstructor(private x = 1) {} }',
    unsupported('parameter property'),
    'declare the field x in the class and write this.x = x;',
  ],
  ["\nimport a = require('m');", unsupported('import equals declaration'), "write import a from 'm'"],
  ['\nimport a = B.C;', unsupported('import equals declaration'), 'write const a = B.C'],
  ['\nexport = a;', unsupported('export assignment'), 'write export default in its place'],
  ['let x =\n<T>y;', castInBrackets, 'write y as T'],
  [
    '\na + b as c * d;',
    'Type assertions that would change binary expression grouping are not supported in strip-only mode.',
    'write (a + b as c)',
  ],
  ['\nclass string {}', 'Invalid class name', 'string is a type of TypeScript: choose another name'],
  ['\ninterface any {}', 'interface name is invalid', 'any is a type of TypeScript: choose another name'],
  [
    'class A {\nprivate #f() {} }',
    'An accessibility modifier cannot be used with a private identifier.',
    'leave private out: the # says it',
  ],
  [
    '\nfor (const x: A of b) {}',
    "The left-hand side of a 'for...of' statement cannot use a type annotation",
    'leave the type out: it follows from what the loop goes through',
  ],
  ['\n@d class A {}', 'Invalid or unexpected token', 'Node has no decorators: call the function on the class below it'],
])('%s: what Node says, the line, and what to write instead', (source, what, fix) => {
  expect(refused(source)).toBe(`program.ts:2  Node refuses it: ${what}\n  fix: ${fix}`);
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
    'program.ts:2  process.stdin is not available in the traced engine\n  fix: a program on the virtual clock has no input: write the ' +
      'text into the program, or run it on the real engine: leave --engine traced out',
  );
});
