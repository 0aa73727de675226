// Which APIs a program uses: what is an API and under which name, in both languages.
import { expect, test } from 'vitest';
import { usedApis } from '../../src/check/apis/used-apis.ts';

const names = (language: 'ts' | 'py', text: string): string[] => usedApis({ language, text }).map(({ name }) => name);

test.each([
  [
    'words of the language',
    'function* a() { yield 1; yield* a(); }\nasync function b() { await 1; }',
    ['function*', 'yield', 'yield*', 'async function', 'await'],
  ],
  [
    'arrow functions and methods',
    'const a = async () => {}; const b = { *[Symbol.iterator]() {} };',
    ['async function', 'Symbol.iterator', 'function*'],
  ],
  [
    'an async generator and its loop',
    'async function* a() {}\nfor await (const b of a());',
    ['async function*', 'for await'],
  ],
  ['using', 'using a = null; await using b = null;', ['using', 'await using']],
  [
    'a name of a module, however it is called here',
    "import { setTimeout as sleep } from 'node:timers/promises';\nsleep(1);",
    ['timers/promises.setTimeout'],
  ],
  ['a module as a whole', "import fs from 'node:fs';\nfs.readFileSync('a');", ['fs.readFileSync']],
  [
    'globals and what they hold',
    'setTimeout(() => {}); Promise.all([]); new Promise(() => {});',
    ['setTimeout', 'Promise.all', 'Promise'],
  ],
  [
    'a method of some value',
    'const a = b(); a.next(); c().then(d); function b() {} function c() {} function d() {}',
    ['.next', '.then'],
  ],
  ['a type is nothing', "import type { A } from 'node:a';\nlet a: Promise<A> | undefined;", []],
  [
    'numbers, text, lists and tables are no APIs',
    'console.log(Math.max(...[1].map(Number)), new Map([[1, 2]]).get(1), `${"a".repeat(2)}`);',
    [],
  ],
  [
    'what the program declares is its own',
    'class Loop { ready = []; next() {} }\nconst setTimeout = () => {};\nsetTimeout(); new Loop().next();',
    [],
  ],
  [
    'names of properties and labels',
    'out: for (const { then } of [{ await: 1, then: 2 }]) { if (then) break out; }',
    [],
  ],
])('TypeScript: %s', (_, text, expected) => {
  expect(names('ts', text)).toEqual(expected);
});

test.each([
  [
    'words of the language',
    'async def a():\n    await b\ndef b():\n    yield\n    yield from b()',
    ['async def', 'await', 'yield', 'yield from'],
  ],
  [
    'asynchronous loops and blocks',
    'async with a: pass\nasync for b in c: pass\na = c = 1',
    ['async with', 'async for'],
  ],
  [
    'a name of a module, however it is called here',
    'import asyncio as a\nfrom contextlib import closing as c\na.run(c())',
    ['contextlib.closing', 'asyncio.run'],
  ],
  [
    'a name of a module within a module',
    'import concurrent.futures\nconcurrent.futures.wait([])',
    ['concurrent.futures.wait'],
  ],
  [
    'names of a module over several lines',
    'from asyncio import (\n    run,\n    sleep,\n)',
    ['asyncio.run', 'asyncio.sleep'],
  ],
  [
    'functions and errors without an import',
    'try:\n    next(a)\nexcept StopIteration as stop: print(stop)\na = 1',
    ['next', 'StopIteration'],
  ],
  ['a method of some value', 'a = b\na.send(1)\nb = 2', ['.send']],
  ['code within a text', 'a = 1\nprint(f"{next(a):>4} {{next}} {a!r}")', ['next']],
  ['an expression with a colon in an f-string', "a = [1]\nprint(f'{a[1:]} {send(a)}')", ['send']],
  ['neither comments nor texts', 'print("await", \'yield\', r"\\") # next\n"""\nsend()\n"""', []],
  [
    'numbers, text, lists and tables are no APIs',
    'import heapq\nprint(sorted([1]), {}.items(), " ".join([]), heapq.heapify([]))',
    [],
  ],
  [
    'what the program binds is its own',
    'def next(send): return send\nclass A: pass\nfor a, b in []: a(b)\nc, A.d = lambda e: e, 1\nc(key=next)',
    [],
  ],
])('Python: %s', (_, text, expected) => {
  expect(names('py', text)).toEqual(expected);
});

test('each API is listed once, with the line of its first use', () => {
  expect(usedApis({ language: 'py', text: 'a = 1\nnext(a)\nnext(a)\n' })).toEqual([{ name: 'next', line: 2 }]);
});
