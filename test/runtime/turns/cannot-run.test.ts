// What is said of a program that has no runs by turns, or none under a schedule.
import { describe, expect, it } from 'vitest';
import { CannotRun } from '../../../src/runtime/schedules/scheduled-program.ts';
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import { noCpython } from '../../cpython.ts';
import { root } from '../programs.ts';
import { programs, run, texts, usual } from './runs.ts';

const write = programs();

/** Why there was no run, and what is said of it. */
async function reasonOf(file: string): Promise<readonly [string, string]> {
  try {
    await run(file);
  } catch (error) {
    if (error instanceof CannotRun) return [error.reason, error.message];
    throw error;
  }
  throw new Error('it has run');
}

const cannot = 'it could not be run with threads that take turns:';
const really = (file: string) => `explore it on the real engine: npm run course -- explore ${file} --real`;

describe.skipIf(noCpython)('a program is refused that asks for what has the clock of the machine', () => {
  it.each([
    [
      'import multiprocessing\nmultiprocessing.Process(target=print).start()',
      'multiprocessing.process.BaseProcess.start',
      'processes',
    ],
    ['import os\nos.fork()', 'os.fork', 'processes'],
    ['import subprocess\nsubprocess.run(["true"])', 'subprocess.run', 'processes'],
    [
      'import socket\nsocket.create_connection(("192.0.2.1", 1))',
      'socket.create_connection',
      'addresses but those of the loopback: 192.0.2.1',
    ],
  ])('%s', async (text, name, kind) => {
    const file = write(text);
    const said = `${file}:2  ${name}: on the virtual clock there are no ${kind}\n  fix: ${really(file)}`;
    expect(await reasonOf(file)).toEqual(['refused', said]);
  });
});

describe.skipIf(noCpython)('a program has failed', () => {
  it('that waits for what is outside of it', async () => {
    const file = write('import os\nos.read(os.pipe()[0], 1)');
    const fix = `look for what should wake it; if that is a thread, a process or the network, ${really(file)}`;
    const said = `${file}:2  ${cannot} it waits for what no other thread brings\n  fix: ${fix}`;
    expect(await reasonOf(file)).toEqual(['failed', said]);
  });

  it.each([
    ['computes without a place', 'import functools\nfunctools.reduce(max, iter(int, 1))'],
    ['computes in one call of C', 'sum(range(10 ** 12))'],
  ])('that %s and comes to no end', async (_, text) => {
    const [reason, said] = await reasonOf(write(text));
    expect([reason, said]).toEqual(['failed', expect.stringContaining(`${cannot} it had not ended after `)]);
    expect(said).toMatch(/\n {2}fix: look for a loop that nothing ends$/);
  });

  it('that ends its process', async () => {
    const file = write('import os\nos._exit(3)');
    const fix = 'let it come to its end: sys.exit, or the end of the file';
    expect(await reasonOf(file)).toEqual([
      'failed',
      `${file}  ${cannot} it ended its process by os._exit(3)\n  fix: ${fix}`,
    ]);
  });
});

describe.skipIf(noCpython)('there are no runs', () => {
  it('under a schedule of another program; under others there are', async () => {
    const file = write('print(1)');
    const program = await ThreadProgram.start(root, { file, path: file }, { model: 'any' });
    const schedules = [usual, { deviations: [{ at: 3, take: 1 }] }, usual];
    await expect(program.run(schedules)).rejects.toThrow(
      'the schedule "3" does not fit the run: decision 3 is asked for, and the run has 0\n' +
        '  fix: take the token as it was printed, for the program as it was then and the same model',
    );
    expect((await program.run([usual])).map((ran) => texts(ran))).toEqual([['1']]);
    await program.stop();
  });

  it('without a Python', async () => {
    const starts = ThreadProgram.start(root, { file: 'x.py', path: 'x.py' }, { model: 'any' }, { candidates: [] });
    await expect(starts).rejects.toThrow('no Python found: Python programs need CPython 3.11 or newer');
  });

  it('once it was interrupted', async () => {
    const stop = new AbortController();
    const file = write('print(1)');
    const program = await ThreadProgram.start(root, { file, path: file }, { model: 'any', signal: stop.signal });
    expect(await program.run([usual])).toHaveLength(1);
    stop.abort();
    expect(await program.run([usual])).toEqual([]);
  });
});
