// Threads in Pyodide, which has none: a thread is a stack that is switched, and each schedule gives what it gives on CPython.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import { root } from '../programs.ts';
import { corpus } from './recorded.ts';
import { usual } from './runs.ts';
import { explore, outputsOf } from './search.ts';

const programs = ['01_global', '10_event', '14_queue', '18_local', '19_contextvar', '38_pool_exit', '41_crossed'];

describe.skipIf(noCpython)('on Pyodide the same outputs are found as on CPython', () => {
  it.each(programs)('%s', async (name) => {
    const limits = { preemptions: 1, most: 200 };
    const file = join(corpus, `${name}.py`);
    const found = await explore(file, 'any', { ...limits, engine: 'pyodide' });
    expect(outputsOf(found)).toEqual(outputsOf(await explore(file, 'any', limits)));
  });

  it('a schedule that does not fit leaves nothing for the next one', async () => {
    const file = join(corpus, '01_global.py');
    const program = await ThreadProgram.start(root, { file, path: file }, { model: 'any', engine: 'pyodide' });
    const strandsOf = async () =>
      (await program.run([usual])).map(({ decisions }) => decisions.map(({ at }) => at?.strand));
    const before = await strandsOf();
    await expect(program.run([{ deviations: [{ at: 999, take: 1 }] }])).rejects.toThrow('does not fit the run');
    expect(await strandsOf()).toEqual(before);
    await program.stop();
  });

  it('an event loop is refused', async () => {
    const found = explore(join(corpus, '39_tothread.py'), 'any', { engine: 'pyodide' });
    await expect(found).rejects.toThrow('asyncio: where threads are stacks there is no event loop beside them');
  });
});
