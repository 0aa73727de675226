// Types become spaces: every line and column stays.
import { stripTypeScriptTypes } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { erase } from '../../../src/runtime/traced/compile/erase.ts';

const root = join(import.meta.dirname, '../../..');
const files = globSync(['{,test/fixtures/courses/full/}snippets/**/*.ts', 'test/fixtures/corpus/ts/*.ts'], {
  cwd: root,
}).sort();
const erased = (text: string) => erase({ file: 'program.ts', text });
const plain = (text: string) => text.replaceAll(';', ' ').trimEnd();

test.each(files)('%s is erased as by Node', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(plain(erased(text))).toBe(plain(stripTypeScriptTypes(text)));
});

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
])('%s', (before, after) => expect(erased(before)).toBe(after));

test('a statement that is all type leaves a semicolon, so that its neighbours stay apart', () => {
  expect(erased('const x = 1\ntype T = string\n;[x]').split('\n')[1]).toBe(';              ');
});
