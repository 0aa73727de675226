// A schedule leaves nothing behind for the next: whatever a program does to its process, each run prints what the first one prints.
// The programs of test/fixtures/leaks print what they find and leave something else.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { locateCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { RunResult } from '../../../src/runtime/engine.ts';
import { programEnvironment } from '../../../src/runtime/process/environment.ts';
import { outputKey } from '../../../src/runtime/process/output-key.ts';
import { runProcess } from '../../../src/runtime/process/run.ts';
import { runPyodideBatch } from '../../../src/runtime/pyodide/pyodide.ts';
import { noCpython } from '../../cpython.ts';
import { programIn, randomSchedules, runsOf } from './models/search.ts';

const root = courseRoot();
const folder = join(import.meta.dirname, '../../fixtures/leaks');
const unwatched = join(folder, 'unwatched.py');
const names = globSync('*.py', { cwd: folder })
  .filter((name) => name !== 'unwatched.py')
  .sort();
const files = names.map((name) => join(folder, name));

it('the programs are found', () => expect(names.length).toBeGreaterThan(10));

/** What a process prints that nobody has used before, by the name of the program. */
const fresh = new Map<string, readonly string[]>();

describe.skipIf(noCpython)('in CPython', () => {
  const outputs = new Map<string, string[]>();
  beforeAll(async () => {
    for (const name of names) {
      const runs = await runsOf(programIn(join(folder, name)), 'cpu', [usualSchedule, ...randomSchedules(11)]);
      fresh.set(name, runs[0]?.outcome.stdout ?? []);
      outputs.set(
        name,
        runs.map(({ outcome }) => outputKey(outcome)),
      );
    }
  });

  it.each(names)('%s prints the same under each schedule', (name) => {
    const all = outputs.get(name) ?? [];
    expect(all).toHaveLength(12);
    expect(new Set(all).size).toBe(1);
  });

  it.each(names)('%s prints something else where nobody looks what a run leaves behind', async (name) => {
    const { executable } = await locateCpython(root, []);
    const file = join(folder, name);
    const args = [unwatched, join(import.meta.dirname, '../../../src/runtime/inside/python'), file];
    const env = programEnvironment({ PYTHONDONTWRITEBYTECODE: '1' });
    const { lines } = await runProcess({ command: executable, args, cwd: folder, env }, { file });
    expect(Number(lines.find(({ stream }) => stream === 'stdout')?.text)).toBeGreaterThan(1);
  });
});

describe('in Pyodide, which cannot fork', () => {
  let results: readonly RunResult[];
  beforeAll(async () => {
    results = await runPyodideBatch(files.flatMap((file) => [file, file]));
  });
  const printed = (result: RunResult | undefined) => result?.lines.map(({ stream, text }) => `${stream} ${text}`);

  it.each(names)('%s prints in its second run what it prints in its first', (name) => {
    const first = 2 * names.indexOf(name);
    expect(printed(results[first])).not.toHaveLength(0);
    expect(printed(results[first + 1])).toEqual(printed(results[first]));
  });

  it.skipIf(noCpython).each(names)('%s prints after all the others what it prints in a fresh process', (name) => {
    const { lines = [] } = results[2 * names.indexOf(name) + 1] ?? {};
    expect(lines.flatMap(({ stream, text }) => (stream === 'stdout' ? [text] : []))).toEqual(fresh.get(name));
  });
});
