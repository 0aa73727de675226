// What a program of the course may look like, and what it may import.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { importedModules } from '../../src/check/programs/imports.ts';
import { programs } from '../../src/check/programs/programs.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse } from '../small-course.ts';

/** The faults of the small course with `text` as its program `snippets/one/turns.<kind>`. */
async function faults(kind: 'ts' | 'py', text: string): Promise<string[]> {
  const root = copyOfCourse();
  writeFileSync(join(root, `snippets/one/turns.${kind}`), text);
  const context = scope(readCourse(root), 'one/turns');
  return context ? (await programs.run(context)).map(({ message }) => message) : [];
}

test('a program has at most 60 lines', async () => {
  expect(await faults('py', `# Long.\n${'print(1)\n'.repeat(60)}`)).toEqual([
    'snippets/one/turns.py  61 lines; a program has 60 at most\n  fix: show one rule; make a second snippet of the rest',
  ]);
});

test('a line has at most 80 columns', async () => {
  expect(await faults('ts', `// Wide.\nconsole.log('${'x'.repeat(70)}');\n`)).toEqual([
    'snippets/one/turns.ts:2  86 columns; a line has 80 at most\n  fix: break the line',
  ]);
});

test('a program begins with what it shows', async () => {
  expect(await faults('py', 'print(1)\n')).toEqual([
    'snippets/one/turns.py:1  the first line does not say what the program shows\n  fix: begin with a comment: # …',
  ]);
});

test('TypeScript imports from Node and from files beside it', async () => {
  const text = "// Imports.\nimport 'node:fs';\nimport './other.ts';\nimport { x } from 'lodash';\n";
  expect(await faults('ts', text)).toEqual([
    'snippets/one/turns.ts:4  "lodash" is not there for every reader\n' +
      '  fix: import from "node:…" or from a file beside it',
  ]);
});

test('Python imports from its library and from what requirements.txt names', async () => {
  const text = '# Imports.\nimport asyncio, gevent.event as e\nfrom concurrent.futures import wait\nimport requests\n';
  expect(await faults('py', text)).toEqual([
    'snippets/one/turns.py:4  "requests" is not there for every reader\n' +
      "  fix: import from Python's own library, or add the package to snippets/requirements.txt",
  ]);
});

test.each([
  ['ts', "import { a } from 'node:fs';", ['node:fs']],
  ['ts', "const fs = await import('node:fs');", ['node:fs']],
  ['ts', "// import 'lodash';", []],
  ['ts', "console.log('from here');", []],
  ['ts', "log('import', () => existsSync('x'));", []],
  ['ts', "} from './beside.ts';", ['./beside.ts']],
  ['ts', "export * from 'node:fs';", ['node:fs']],
  ['ts', "export const from = 'here';", []],
  ['py', 'import os.path as p, sys  # two', ['os.path', 'sys']],
  ['py', 'from a.b import c', ['a.b']],
  ['py', 'yield from source', []],
  ['py', '# import requests', []],
] as const)('%s: the modules of `%s`', (language, text, names) => {
  expect(importedModules({ language, text }).map(({ name }) => name)).toEqual(names);
});
