// Every Python program of the course, of the full course and of the corpus on virtual time: plain ones in CPython and in Pyodide, those
// that need gevent on its hub. All of a kind run in one process; a new program is a new test.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractOf, textOf } from '../../../src/recorded/verdict.ts';
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { CourseError } from '../../../src/error.ts';
import type { Need } from '../../../src/languages.ts';
import { checkRun } from '../../../src/order/index.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { RunResult } from '../../../src/runtime/engine.ts';
import { runPyodideBatch } from '../../../src/runtime/pyodide/pyodide.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { noCpython } from '../../cpython.ts';
import { fullCourse } from '../../full-course.ts';

const root = courseRoot();
const home = join(import.meta.dirname, '../../..');
const noGevent = await findCpython(root, ['gevent']).then(
  () => undefined,
  (error: unknown) => (error instanceof CourseError && !process.env['CI'] ? error.message : expect.fail(String(error))),
);
const courses = [root, fullCourse].flatMap((course) => [...openCourse(course).snippets.values()]);

function programs(folder: string, ...needs: readonly Need[]) {
  const corpus = globSync(`test/fixtures/corpus/${folder}/*.py`, { cwd: home }).sort();
  const snippets = courses.filter(({ programs: { py } }) => py.needs.join() === needs.join());
  const files = [...corpus.map((file) => join(home, file)), ...snippets.map(({ programs: { py } }) => py.file)];
  return { corpus, snippets, files };
}

const plain = programs('py');
const gevent = programs('gevent', 'gevent');
const engines = {
  'CPython on virtual time': { ...plain, runAll: () => runCpythonBatch(root, plain.files) },
  Pyodide: { ...plain, runAll: () => runPyodideBatch(plain.files) },
  'gevent on virtual time': { ...gevent, runAll: () => runCpythonBatch(root, gevent.files, { needs: ['gevent'] }) },
} as const;

it('the programs are found', () => {
  expect([plain.corpus.length, plain.snippets.length, gevent.corpus.length].every((count) => count > 5)).toBe(true);
});

describe.each(Object.entries(engines))('%s', (name, { corpus, snippets, files, runAll }) => {
  if (name.startsWith('gevent') && noGevent !== undefined) return it.skip(noGevent);
  if (name.startsWith('CPython') && noCpython) return it.skip('there is no CPython');
  let results: ReadonlyMap<string, RunResult>;
  beforeAll(async () => {
    const list = await runAll();
    results = new Map(files.map((file, index) => [file, list[index] ?? expect.fail('a result is missing')]));
  });
  const resultOf = (file: string) => results.get(file) ?? expect.fail(`${file} did not run`);

  it.each(corpus)('%s prints what it prints on the real clock', (path) => {
    const file = join(home, path);
    const printed = resultOf(file).lines.map(({ text }) => `${text}\n`);
    expect(printed.join('')).toBe(readFileSync(file.replace(/py$/, 'out'), 'utf8'));
  });

  it.each(snippets.map((snippet) => [snippet.id, snippet] as const))('%s meets its contract', (_name, snippet) => {
    const { lines, exit, elapsed } = resultOf(snippet.programs.py.file);
    const run = { stdout: textOf(lines, 'stdout'), stderr: textOf(lines, 'stderr'), exit, elapsed };
    expect(checkRun(contractOf(snippet, 'py'), run)).toEqual([]);
  });
});
