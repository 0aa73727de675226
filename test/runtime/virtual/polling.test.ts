// A program that waits by asking again and again moves the clock, and prints what it prints on the real one. The outputs beside the
// programs are those of CPython.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { CourseError } from '../../../src/error.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { RunResult } from '../../../src/runtime/engine.ts';
import { runPyodideBatch } from '../../../src/runtime/pyodide/pyodide.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../fake-python.ts';
import { programIn, randomSchedules, runsOf, withProgram } from './models/search.ts';

const root = courseRoot();
const folder = join(import.meta.dirname, '../../fixtures/polling');
const plain = join(folder, 'asyncio.py');
const gevent = join(folder, 'gevent.py');
const native = (file: string) => readFileSync(file.replace(/py$/, 'out'), 'utf8');
const printed = ([result]: readonly RunResult[]) => result?.lines.map(({ text }) => `${text}\n`).join('');
const noGevent = await findCpython(root, ['gevent']).then(
  () => false,
  (error: unknown) => error instanceof CourseError && !process.env['CI'],
);

it.skipIf(noCpython)('tasks and callbacks in CPython', async () => {
  expect(printed(await runCpythonBatch(root, [plain]))).toBe(native(plain));
});

it('tasks and callbacks in Pyodide', async () => {
  expect(printed(await runPyodideBatch([plain]))).toBe(native(plain));
});

it.skipIf(noGevent)('greenlets', async () => {
  expect(printed(await runCpythonBatch(root, [gevent], { needs: ['gevent'] }))).toBe(native(gevent));
});

it.skipIf(noCpython).each(['latency', 'ties'] as const)('the same by %s', async (model) => {
  const lines = native(plain).trimEnd().split('\n').slice(0, -1);
  for (const { outcome } of await runsOf(programIn(plain), model, randomSchedules(5))) {
    expect(outcome.stdout.slice(0, -1)).toEqual(lines);
  }
});

it.skipIf(noCpython)('the same by cpu, but for how often it comes to ask while the process stands still', async () => {
  const lines = native(plain).trimEnd().split('\n').slice(0, -1);
  for (const { outcome } of await runsOf(programIn(plain), 'cpu', randomSchedules(5))) {
    const told = outcome.stdout.map((line) => line.replace('has counted False', 'has counted True'));
    expect(told.slice(0, -1)).toEqual(lines);
  }
});

it.skipIf(noCpython).each([
  ['a program that gives way less often', 900],
  ['one that works on between', 5000],
])('%s finds the clock where it was', async (_, times) => {
  const text = `import asyncio
async def work():
    for each in range(${times}): await asyncio.sleep(0)
    print('worked')
async def main():
    try: await asyncio.wait_for(work(), 1)
    except TimeoutError: print('time limit')
asyncio.run(main())
`;
  const own = temporaryFolder();
  try {
    const file = join(own, 'works.py');
    writeFileSync(file, text);
    const [result] = await runCpythonBatch(root, [file]);
    expect(result?.lines.map(({ text: line }) => line)).toEqual(['worked']);
    expect(result?.elapsed).toBeLessThan(100);
  } finally {
    rmSync(own, { recursive: true });
  }
});

it.skipIf(noCpython)('where nothing but a poll is left, the program is ended like any that has no end', async () => {
  const text = 'import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n';
  const runs = withProgram(text, (program) => runsOf(program, 'usual', [usualSchedule]));
  await expect(runs).rejects.toMatchObject({
    error: { what: 'it could not be run on virtual time: ended after 100000 turns of the event loop' },
  });
});
