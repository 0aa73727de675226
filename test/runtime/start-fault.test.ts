// Why Node does not start a program: what is wrong, the line, and what to type; word for word. Each of them is run by
// Node too, which must not start it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFault } from '../../src/runtime/node/start-fault.ts';
import { native } from './traced/traced.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interleave-start-'));
  mkdirSync(join(folder, 'parts'));
  mkdirSync(join(folder, 'node_modules/there'), { recursive: true });
  const files = {
    'sib.ts': 'export const a: number = 1;\n',
    'old.js': 'export const a = 1;\n',
    'parts/index.ts': 'export const a = 1;\n',
    'node_modules/there/package.json': '{ "name": "there", "type": "module", "exports": { "import": "./index.js" } }',
    'node_modules/there/index.js': 'export const a = 1;\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'program.ts');
  writeFileSync(file, text);
  return file;
}

test.each([
  [
    'const x = 1;\nconst = 2;',
    'program.ts:2  this is no valid TypeScript: Unexpected token\n  fix: correct line 2 from column 7 on, or the line before it',
  ],
  [
    'let x: number = 1;\n\nlet x = 2;',
    "program.ts:3  this is no valid TypeScript: Identifier 'x' has already been declared\n  fix: correct line 3 from column 5 on, or the line before it",
  ],
  [
    '\nenum Color { Red }',
    'program.ts:2  Node refuses it: TypeScript enum is not supported in strip-only mode\n' +
      '  fix: an enum is no erasable syntax: write const Color = { … } as const',
  ],
  [
    '\nconst mode = 010;',
    'program.ts:2  Node refuses it: Legacy octal literals are not available when targeting ECMAScript 5 and higher\n' +
      '  fix: write 0o10',
  ],
  [
    '\nwith ({ a: 1 }) a;',
    "program.ts:2  Node refuses it: The 'with' statement is not supported. All symbols in a 'with' block will have type 'any'.\n" +
      '  fix: write the name of the object before each of its properties, or name the file .cjs',
  ],
  [
    '\nif (require) return;',
    "program.ts:2  this is no valid TypeScript: 'return' outside of function\n  fix: correct line 2 from column 14 on, or the line before it",
  ],
  [
    '\nif (require) function f() {}',
    'program.ts:2  Node refuses it: Declaration is not allowed\n  fix: put the function in braces',
  ],
  [
    "\nimport { a } from './sib';",
    'program.ts:2  "./sib" is no file: Node wants the whole name\n  fix: write ./sib.ts',
  ],
  [
    "import { a } from './sib.js';",
    'program.ts:1  "./sib.js" is no file: Node wants the whole name\n  fix: write ./sib.ts',
  ],
  ["export * from './old';", 'program.ts:1  "./old" is no file: Node wants the whole name\n  fix: write ./old.js'],
  [
    "import { a } from './parts';",
    'program.ts:1  "./parts" is a folder: Node wants the whole name\n  fix: write ./parts/index.ts',
  ],
  ["import { a } from './sibb.ts';", 'program.ts:1  there is no file "./sibb.ts"\n  fix: did you mean ./sib.ts?'],
  [
    "import { a } from './elsewhere.ts';",
    'program.ts:1  there is no file "./elsewhere.ts"\n  fix: write the file, or correct the path',
  ],
  [
    "import a from 'left-pad';",
    'program.ts:1  there is no package "left-pad" here\n  fix: npm install left-pad, in the folder of the program',
  ],
  [
    "import a from '@some/pad/part.js';",
    'program.ts:1  there is no package "@some/pad" here\n  fix: npm install @some/pad, in the folder of the program',
  ],
  [
    "import a from 'node:file';",
    'program.ts:1  Node has no module "node:file"\n  fix: look for its name at https://nodejs.org/api/',
  ],
  ["import a from 'sqlite';", 'program.ts:1  there is no package "sqlite" here\n  fix: write node:sqlite'],
])('%s', async (text, message) => {
  const file = written(text);
  expect(startFault(file, 'program.ts')?.message).toBe(message);
  expect((await native(file)).exit).toBe(1);
});

test.each([
  "import { a } from './sib.ts';\nimport type { B } from './nowhere';\nconst b: B = a;",
  "import { a } from 'there';",
  "import fs from 'fs';\nimport { setTimeout } from 'node:timers/promises';",
  "const { a } = require('./sib.ts');",
  'var await = 1;',
])('%s: nothing is wrong', async (text) => {
  const file = written(text);
  expect(startFault(file, 'program.ts')).toBeUndefined();
  expect((await native(file)).exit).toBe(0);
});
