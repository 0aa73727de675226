// Programs after public questions and bug reports, each of which says after which: the virtual clock prints what CPython prints, or
// refuses by name what it does not rule. The outputs and exit codes beside the programs are those of CPython.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { CourseError } from '../../../src/error.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import { CannotRun } from '../../../src/runtime/schedules/scheduled-program.ts';
import { programIn, runsOf } from './models/search.ts';
import type { PythonRun } from './models/search.ts';

const root = courseRoot();
const reports = join(import.meta.dirname, '../../fixtures/reports');
const noGevent = await findCpython(root, ['gevent']).then(
  () => false,
  (error: unknown) => error instanceof CourseError && !process.env['CI'],
);

const namesIn = (folder: string) => globSync('*.py', { cwd: join(reports, folder) }).sort();

/** The plain run of a program on the virtual clock, or why it has none. */
async function plainRun(folder: string, name: string): Promise<PythonRun | CannotRun> {
  try {
    const program = { ...programIn(join(reports, folder, name)), needs: ['gevent'] } as const;
    const [run] = await runsOf(program, 'usual', [usualSchedule]);
    if (run) return run;
    throw new Error(`${name} gave no run`);
  } catch (error) {
    if (error instanceof CannotRun) return error;
    throw error;
  }
}

describe.skipIf(noGevent).each(['asyncio', 'gevent', 'network'])('%s', (folder) => {
  it.each(namesIn(folder))('%s prints what it prints on the real clock', async (name) => {
    const beside = (ending: string) => join(reports, folder, `${basename(name, '.py')}.${ending}`);
    const native = readFileSync(beside('out'), 'utf8').split('\n').slice(0, -1);
    const exit = existsSync(beside('exit')) ? Number(readFileSync(beside('exit'), 'utf8')) : 0;
    expect(await plainRun(folder, name)).toMatchObject({ outcome: { stdout: native, exit } });
  });
});

describe.skipIf(noGevent)('refused', () => {
  const why: Readonly<Record<string, string>> = {
    'barrier.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'broken-pool.py': 'concurrent.futures.ProcessPoolExecutor.submit: on the virtual clock there are no processes',
    'child-gevent.py': 'subprocess.run: on the virtual clock there are no processes',
    'daemon.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'loop-in-thread.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'loops-in-threads.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'nested-submit.py': 'concurrent.futures.ThreadPoolExecutor.submit: on the virtual clock there are no threads',
    'pool.py': 'multiprocessing.context.BaseContext.Pool: on the virtual clock there are no processes',
    'queue-workers.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'sleep-in-main.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'start-methods.py': 'multiprocessing.process.BaseProcess.start: on the virtual clock there are no processes',
    'subprocess-exec.py': 'asyncio.create_subprocess_exec: on the virtual clock there are no processes',
    'subprocess-signal.py': 'gevent.subprocess.check_output: on the virtual clock there are no processes',
    'thread-progress.py': 'threading.Thread.start: on the virtual clock there are no threads',
  };
  it.each(namesIn('refused'))('%s by name, with its line', async (name) => {
    const refused = await plainRun('refused', name);
    expect(refused).toMatchObject({ reason: 'refused', error: { what: why[name], where: { file: name } } });
    expect(refused instanceof CannotRun && refused.error.where?.line).toBeGreaterThan(1);
  });
});
