// A program outside any package runs as the kind of module for which Node takes it: what differs is the order.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { traceProgram } from '../../src/runtime/trace-program.ts';
import { compileFile, findTraced } from '../../src/runtime/traced/host.ts';
import { native } from './traced/traced.ts';

const folder = mkdtempSync(join(tmpdir(), 'module-kind-'));
afterAll(() => rmSync(folder, { recursive: true }));

const order = `queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
const typed: string = 'main';
console.log(typed);
`;

const programs: readonly (readonly [string, string, readonly string[]])[] = [
  ['script.ts', order, ['main', 'tick', 'microtask']],
  ['exports.ts', `${order}export {};\n`, ['main', 'microtask', 'tick']],
  ['awaits.ts', `${order}await null;\n`, ['main', 'microtask', 'tick']],
  // an ending leaves no choice, whatever the package says and the text looks like
  ['ending.mts', order, ['main', 'microtask', 'tick']],
  ['ending.cts', order, ['main', 'tick', 'microtask']],
  ['module/ending.cts', order, ['main', 'tick', 'microtask']],
  ['commonjs/ending.mts', order, ['main', 'microtask', 'tick']],
  // then the nearest package.json
  ['module/file.ts', order, ['main', 'microtask', 'tick']],
  ['module/below/file.ts', order, ['main', 'microtask', 'tick']],
  ['module/commonjs/file.ts', order, ['main', 'tick', 'microtask']],
  ['commonjs/file.ts', order, ['main', 'tick', 'microtask']],
  // one that does not say is no reason to look further up
  ['module/silent/file.ts', order, ['main', 'tick', 'microtask']],
  ['module/wrong/file.ts', order, ['main', 'tick', 'microtask']],
  ['module/wrong/exports.ts', `${order}export {};\n`, ['main', 'microtask', 'tick']],
];

const packages = {
  module: '{ "type": "module" }',
  'module/commonjs': '{ "type": "commonjs" }',
  'module/silent': '{ "name": "silent" }',
  'module/wrong': '{ "type": "esm" }',
  commonjs: '{ "type": "commonjs" }',
};
mkdirSync(join(folder, 'module', 'below'), { recursive: true });
for (const [path, text] of Object.entries(packages)) {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'package.json'), text);
}

test.each(programs)('%s prints in the order in which Node prints', async (name, source, lines) => {
  const file = join(folder, name);
  writeFileSync(file, source);
  const { lines: printed } = await findTraced().run({ file });
  expect(printed.map(({ text }) => text)).toEqual(lines);
  expect((await native(file)).stdout).toBe(lines.map((line) => `${line}\n`).join(''));
});

test.each(programs)('the trace of %s has the same order', async (name, text, lines) => {
  const file = join(folder, name);
  const { events } = await traceProgram(folder, { file, path: name, language: 'ts', needs: [], text });
  expect(events.flatMap((event) => (event.kind === 'print' ? [event.text] : []))).toEqual(lines);
});

// what only scripts may write, and of that what only JavaScript may
const scriptsOnly: readonly (readonly [string, readonly ('ts' | 'js')[]])[] = [
  ['var await = 7;\nconsole.log(await);', ['ts', 'js']],
  ['async function work() { return await 7; }\nvar await = work();\nconsole.log(await);', ['ts', 'js']],
  ['var name = 7;\nconsole.log(delete name);', ['ts', 'js']],
  ['var package = 7;\nconsole.log(package, "\\101", 08);', ['ts', 'js']],
  ['console.log(7);\nif (typeof require === "function") return;\nconsole.log(8);', ['js']],
  ['with ({ inner: 7 }) console.log(inner);', ['js']],
  ['console.log(010, new.target);', ['js']],
  ['if (7) function inner() { console.log(7); }\ninner();', ['js']],
];
const endings = ['ts', 'cts', 'js', 'cjs', 'mts', 'mjs'] as const;
const each = scriptsOnly.flatMap(([source, kinds]) => endings.map((ending) => [ending, source, kinds] as const));

test.each(each)('.%s, %s: is started where Node starts it, and prints the same', async (ending, source, kinds) => {
  const file = join(folder, `script-only.${ending}`);
  writeFileSync(file, source);
  const { stdout, exit } = await native(file);
  const starts = !ending.startsWith('m') && kinds.some((kind) => ending.endsWith(kind));
  expect(exit).toBe(starts ? 0 : 1);
  const run = findTraced().run({ file });
  if (!starts) return expect(run).rejects.toThrow(/this is no valid|Node refuses it/);
  expect((await run).lines.map(({ text }) => `${text}\n`).join('')).toBe(stdout);
});

test.each(endings)(
  '.%s: the line that names an interpreter and a byte order mark are no part of the program',
  async (ending) => {
    const file = join(folder, `marked.${ending}`);
    for (const mark of ['#!/usr/bin/env node', '\uFEFF']) {
      writeFileSync(
        file,
        `${mark}\nconsole.log(new Error('x').stack.split('\\n')[1].replace(/.*:(\\d+:\\d+).*/, '$1'));\n`,
      );
      const { lines } = await findTraced().run({ file });
      expect(lines.map(({ text }) => `${text}\n`).join('')).toBe((await native(file)).stdout);
    }
  },
);

test('a program of the course is an ES module, since its package says so', () => {
  expect(compileFile(join(import.meta.dirname, '../fixtures/programs/forever.ts')).commonJs).toBe(false);
});
