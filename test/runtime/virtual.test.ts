// Every Python program of the course and of the corpus that needs no more than Python, on virtual time: in CPython and
// in Pyodide. All run in one process of each; a new program is a new test.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractOf, textOf } from '../../src/check/verdict.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { checkRun } from '../../src/order/index.ts';
import type { RunResult } from '../../src/runtime/engine.ts';
import { runPyodideBatch } from '../../src/runtime/pyodide/pyodide.ts';
import { runCpythonBatch } from '../../src/runtime/virtual/cpython.ts';

const root = courseRoot();
const corpus = globSync('test/fixtures/corpus/py/*.py', { cwd: root }).sort();
const snippets = [...openCourse(root).snippets.values()].filter(({ programs }) => programs.py.needs.length === 0);
const files = [...corpus.map((file) => join(root, file)), ...snippets.map(({ programs }) => programs.py.file)];

const engines = {
  'CPython on virtual time': () => runCpythonBatch(root, files),
  Pyodide: () => runPyodideBatch(files),
} as const;

it('the programs are found', () => {
  expect(corpus.length).toBeGreaterThan(10);
  expect(snippets.length).toBeGreaterThan(10);
});

describe.each(Object.entries(engines))('%s', (_, runAll) => {
  let results: ReadonlyMap<string, RunResult>;
  beforeAll(async () => {
    const list = await runAll();
    results = new Map(files.map((file, index) => [file, list[index] ?? expect.fail('a result is missing')]));
  });
  const resultOf = (file: string) => results.get(file) ?? expect.fail(`${file} did not run`);

  it.each(corpus)('%s prints what it prints on the real clock', (name) => {
    const file = join(root, name);
    const printed = resultOf(file).lines.map(({ text }) => `${text}\n`);
    expect(printed.join('')).toBe(readFileSync(file.replace(/py$/, 'out'), 'utf8'));
  });

  it.each(snippets.map((snippet) => [snippet.id, snippet] as const))('%s meets its contract', (_name, snippet) => {
    const { lines, exit, elapsed } = resultOf(snippet.programs.py.file);
    const run = { stdout: textOf(lines, 'stdout'), stderr: textOf(lines, 'stderr'), exit, elapsed };
    expect(checkRun(contractOf(snippet, 'py'), run)).toEqual([]);
  });
});
