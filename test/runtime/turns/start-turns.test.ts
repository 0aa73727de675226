// Programs of threads as what tries schedules sees them: the seam of src/runtime/schedules/scheduled-program.ts.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTurns } from '../../../src/runtime/schedules/start-turns.ts';
import { noCpython } from '../../cpython.ts';
import { root } from '../programs.ts';
import { corpus } from './recorded.ts';
import { programs, usual } from './runs.ts';

const write = programs();

async function usualRun(file: string, model: 'usual' | 'gil' | 'any') {
  const program = await startTurns(root, { file, path: file, language: 'py', needs: ['threads'], text: '' }, { model });
  const [run] = await program.run([usual]).finally(() => program.stop());
  return run;
}

describe.skipIf(noCpython)('a run', () => {
  it('has its lines by stream, its exit code and its virtual time', async () => {
    const file = write(
      'import sys, threading, time\nprint("a")\ntime.sleep(0.25)\nprint("b", file=sys.stderr)\nsys.exit(3)',
    );
    const run = await usualRun(file, 'any');
    expect(run).toEqual({ decisions: [], outcome: { stdout: ['a'], stderr: ['b'], exit: 3, elapsed: 250 } });
  });

  it('that nobody can wake has a sentence for each strand', async () => {
    const run = await usualRun(
      write('import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()'),
      'gil',
    );
    expect(run?.outcome.exit).toBe(13);
    expect(run?.outcome.waiting).toEqual(['main waits at line 4 for the lock lock, which it holds itself']);
  });

  it('finds nothing on stdin: the schedules that come there are not its own', async () => {
    const run = await usualRun(write('import sys\nprint(repr(sys.stdin.read()))'), 'gil');
    expect(run?.outcome.stdout).toEqual(["''"]);
  });

  it('is asked for by a model of threads alone', async () => {
    const program = { file: '/x.py', path: 'x.py', language: 'py', needs: [], text: '' } as const;
    await expect(startTurns(root, program, { model: 'ties' })).rejects.toThrow(
      'threads take turns under no model ties',
    );
  });
});

describe.skipIf(noCpython)('the usual run prints the same under each model, and under usual decides nothing', () => {
  const files = globSync(join(corpus, '*.py')).sort();
  it.each(files.map((file) => [basename(file), file] as const))('%s', async (_, file) => {
    const [usually, gil, any] = await Promise.all([
      usualRun(file, 'usual'),
      usualRun(file, 'gil'),
      usualRun(file, 'any'),
    ]);
    expect(usually?.decisions).toEqual([]);
    expect([gil?.outcome, any?.outcome]).toEqual([usually?.outcome, usually?.outcome]);
  });
});
