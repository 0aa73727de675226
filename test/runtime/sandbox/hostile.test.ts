// A folder of submissions that mean harm: each gets a verdict that is not "passes", and nothing of them is left, on the disk, in the
// network or among the processes.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sandboxFault } from '../../../src/runtime/sandbox/sandbox.ts';
import { course } from '../../cli/session.ts';
import { courseWithExercise } from '../../small-course.ts';
import { hostile } from './hostile.ts';

interface Report {
  readonly isolation: string;
  readonly rows: readonly { readonly file: string; readonly verdict: string; readonly message: string }[];
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'submitted-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The processes whose environment names this course. */
function survivors(root: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(`COURSE_ROOT=${root}\0`);
    } catch {
      return false;
    }
  });
}

async function reportOn(root: string, folder: string, time: string): Promise<Report & { readonly code: number }> {
  const { code, out } = await course(
    ['exercise', 'check', folder, '--exercise', 'one/swap', '--time', time, '--json'],
    root,
  );
  return { ...(JSON.parse(out) as Report), code };
}

const fault = await sandboxFault();

test.skipIf(fault !== undefined && !process.env['CI'])(
  '36 hostile submissions get 36 verdicts, and leave nothing behind',
  { timeout: 600_000 },
  async () => {
    const root = courseWithExercise();
    const folder = temporary();
    const target = join(temporary(), 'precious');
    writeFileSync(target, 'precious');
    let requests = 0;
    const server = createServer(() => (requests += 1)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((listens) => server.once('listening', listens));
    const programs = hostile({ file: target, port: (server.address() as AddressInfo).port });
    for (const language of ['ts', 'py'] as const) {
      mkdirSync(join(folder, language));
      for (const [name, text] of Object.entries(programs[language]))
        writeFileSync(join(folder, language, `${name}.${language}`), `${text}\n`);
    }
    const before = readdirSync(root, { recursive: true }).toSorted();
    const { rows, isolation } = await reportOn(root, folder, '6');
    expect(isolation).toBe('user namespaces');
    expect(rows).toHaveLength(36);
    expect(rows.filter(({ verdict }) => !['fails', 'stopped', 'unknown'].includes(verdict))).toEqual([]);
    expect(rows.filter(({ message }) => message === '')).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('precious');
    expect(readdirSync(root, { recursive: true }).toSorted()).toEqual(before);
    expect(requests).toBe(0);
    expect(survivors(root)).toEqual([]);
  },
);

test.skipIf(fault !== undefined && !process.env['CI'])(
  'honest submissions are judged as their writers would be',
  async () => {
    const root = courseWithExercise();
    const folder = temporary();
    for (const name of ['solution.ts', 'solution.py', 'start.py', 'wrong-forgets.ts']) {
      writeFileSync(join(folder, name), readFileSync(join(root, 'snippets/one/exercises/swap', name)));
    }
    const { rows, code } = await reportOn(root, folder, '60');
    expect(rows.map(({ file, verdict, message }) => [file, verdict, message])).toEqual([
      ['solution.py', 'passes', ''],
      ['solution.ts', 'passes', ''],
      ['start.py', 'fails', 'It waits for a job before it starts the next one.'],
      ['wrong-forgets.ts', 'fails', 'Nothing waits for the jobs, so main ends first.'],
    ]);
    expect(code).toBe(1);
  },
);

test('without a sandbox nothing runs but on the virtual engine, and the report says so', async () => {
  const root = courseWithExercise();
  const folder = temporary();
  const target = join(temporary(), 'precious');
  writeFileSync(target, 'precious');
  const { deletes = '', endless = '' } = hostile({ file: target, port: 1 }).ts;
  writeFileSync(join(folder, 'deletes.ts'), deletes);
  writeFileSync(join(folder, 'endless.ts'), endless);
  for (const name of ['solution.ts', 'solution.py'])
    writeFileSync(join(folder, name), readFileSync(join(root, 'snippets/one/exercises/swap', name)));
  vi.stubEnv('PATH', temporary());
  onTestFinished(() => void vi.unstubAllEnvs());
  const { isolation, rows } = await reportOn(root, folder, '20');
  expect(isolation).toMatch(/^the virtual engine alone: this machine has no user namespaces \(/);
  expect(rows.map(({ file, verdict }) => [file, verdict])).toEqual([
    ['deletes.ts', 'unknown'],
    ['endless.ts', 'fails'],
    ['solution.py', 'unknown'],
    ['solution.ts', 'passes'],
  ]);
  expect(rows[2]?.message).toBe('not run: Python could read and write all of this machine');
  expect(readFileSync(target, 'utf8')).toBe('precious');
});
