// Programs after public questions and bug reports, each of which says after which: the virtual clock prints what CPython prints, or
// refuses by name what it does not rule. The outputs and exit codes beside the programs are those of CPython.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { CourseError } from '../../../src/error.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { ExploredPython } from '../../../src/runtime/virtual/python.ts';
import { exploreAllPython } from '../../../src/runtime/virtual/python.ts';

const root = courseRoot();
const reports = join(import.meta.dirname, '../../fixtures/reports');
const noGevent = await findCpython(root, ['gevent']).then(
  () => false,
  (error: unknown) => error instanceof CourseError && !process.env['CI'],
);

const namesIn = (folder: string) => globSync('*.py', { cwd: join(reports, folder) }).sort();

/** One plain run on the virtual clock of each program. */
function explored(folder: string): Promise<ExploredPython[]> {
  const files = namesIn(folder).map((name) => join(reports, folder, name));
  return exploreAllPython(
    root,
    files.map((file) => ({ file, cause: 'none', seeds: 1, seed: 1, needs: ['gevent'] })),
  );
}

describe.skipIf(noGevent).each(['asyncio', 'gevent'])('%s', (folder) => {
  let found: readonly ExploredPython[];
  beforeAll(async () => {
    found = await explored(folder);
  });

  it.each(namesIn(folder))('%s prints what it prints on the real clock', (name) => {
    const beside = (ending: string) => join(reports, folder, `${basename(name, '.py')}.${ending}`);
    const [outcome] = found[namesIn(folder).indexOf(name)]?.outcomes ?? [];
    const native = readFileSync(beside('out'), 'utf8').split('\n').slice(0, -1);
    const exit = existsSync(beside('exit')) ? Number(readFileSync(beside('exit'), 'utf8')) : 0;
    expect(outcome).toMatchObject({ stdout: native, exit });
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
    'signal-handler.py': 'loop.add_signal_handler: on the virtual clock there are no signals',
    'sleep-in-main.py': 'threading.Thread.start: on the virtual clock there are no threads',
    'start-methods.py': 'multiprocessing.process.BaseProcess.start: on the virtual clock there are no processes',
    'subprocess-exec.py': 'asyncio.create_subprocess_exec: on the virtual clock there are no processes',
    'subprocess-signal.py': 'gevent.hub.signal.__init__: on the virtual clock there are no signals',
    'thread-progress.py': 'threading.Thread.start: on the virtual clock there are no threads',
  };
  let found: readonly ExploredPython[];
  beforeAll(async () => {
    found = await explored('refused');
  });

  it.each(namesIn('refused'))('%s by name, with its line', (name) => {
    const stopped = found[namesIn('refused').indexOf(name)]?.stopped;
    expect(stopped).toMatchObject({ why: 'refused', what: why[name], file: join(reports, 'refused', name) });
    expect(stopped?.line).toBeGreaterThan(1);
  });
});
