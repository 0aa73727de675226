// Types become blanks, character for character as on Node; what Node refuses is refused with what Node says. Node itself
// is asked each time: https://nodejs.org/api/module.html#modulestriptypescripttypescode-options
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classes } from './erase/classes.ts';
import { expressions, lineEnds } from './erase/expressions.ts';
import { names } from './erase/names.ts';
import { odd } from './erase/odd.ts';
import { erased, erasedByNode, sameAsNode } from './erase/on-node.ts';
import { declarations, modules } from './erase/statements.ts';

const root = join(import.meta.dirname, '../../..');
const folders = ['snippets', 'src', 'test', 'node_modules/htmlparser2', 'node_modules/tsconfig-paths'];
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root })).sort();

test('every TypeScript file of the project, and of two packages, is erased as by Node', () => {
  const texts = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
  expect(files.length).toBeGreaterThan(500);
  expect(texts.filter(([, text]) => erased(text).text !== erasedByNode(text).text).map(([file]) => file)).toEqual([]);
});

test.each([
  ['declarations', declarations],
  ['imports and exports', modules],
  ['classes', classes],
  ['expressions', expressions],
  ['line ends', lineEnds],
  ['words as names', names],
])('%s are erased as by Node, and refused where Node refuses them', (_, programs) => {
  const differing = programs.filter((text) => !isOdd(text) && !sameAsNode(text));
  expect(differing.map((text) => [text, erased(text), erasedByNode(text)])).toEqual([]);
});

function isOdd(text: string): boolean {
  return odd.some(([program]) => program === text);
}

test.each(odd)('%s: %s', (program) => expect(sameAsNode(program)).toBe(false));

test.each([
  ['let x: number = 1;', 'let x         = 1;'],
  ['f(a as string, b!, c satisfies C);', 'f(a          , b , c            );'],
  ["import { a, type B } from 'm';", "import { a,        } from 'm';"],
  [
    'class A<T> extends B<T> implements C { private x?: T; }',
    'class A    extends B                 {         x    ; }',
  ],
  [
    'abstract class A { abstract f(): void; readonly y = 1; }',
    '         class A {                              y = 1; }',
  ],
  ['function f(this: A, x?: number): void {}', 'function f(         x         )       {}'],
  ['const g = <T,>(x: T): x is T => true;', 'const g =     (x   )         => true;'],
])('%s', (before, after) => expect(erased(before).text).toBe(after));

test('a statement that is all type leaves a semicolon where its neighbours would become one statement', () => {
  expect(erased('const x = 1\ntype T = string\n[x]').text).toBe('const x = 1\n;              \n[x]');
});

test('a semicolon that ends a type goes with it, even at the head of the next line, as Node has it', () => {
  const text = 'const x = 1\ntype T = string\n;[x]';
  expect(erased(text).text).toBe('const x = 1\n               \n [x]');
  expect(erasedByNode(text).text).toBe(erased(text).text);
});
