// A machine that lacks Python: each command says what is missing and how to get it, and leaves with 3.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultCandidates } from '../../src/runtime/cpython/candidates.ts';
import { askPython } from '../../src/runtime/cpython/probe.ts';
import { copyOfCourse } from '../small-course.ts';
import { course } from './session.ts';

vi.mock('../../src/runtime/cpython/candidates.ts', { spy: true });
beforeEach(() => void vi.mocked(defaultCandidates).mockReset());

const noPython =
  'no Python found: Python programs need CPython 3.11 or newer\n' +
  '  fix: install it from https://www.python.org/downloads/ or your package manager\n';

test('without Python, a program that asks for CPython is refused', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  expect(await course(['run', 'one/turns', '--engine', 'cpython'])).toEqual({ code: 3, out: '', err: noPython });
});

test('without Python, a program that needs threads is refused', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  const root = copyOfCourse();
  writeFileSync(join(root, 'snippets/one/turns.py'), '# Three turns.\n# needs: threads\nprint("one")\n');
  const err = noPython.replace('newer\n', 'newer, and this program needs threads\n');
  expect(await course(['run', 'one/turns', '--py'], root)).toEqual({ code: 3, out: '', err });
});

test('without what one twin needs, the other one runs, and what is missing is said', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  const root = copyOfCourse();
  writeFileSync(join(root, 'snippets/one/turns.py'), '# Three turns.\n# needs: threads\nprint("one")\n');
  const { code, out, err } = await course(['run', 'one/turns'], root);
  expect(out).toMatch(/\nholds: snippets\/one\/turns\.order, after \d+ ms\n/);
  expect(err).toBe(`not run: ${noPython.replace('newer\n', 'newer, and this program needs threads\n')}\n`);
  expect(code).toBe(3);
});

test('without Python, another engine stands in and says so', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  const { code, out } = await course(['run', 'one/turns', '--py', '--time', '60']);
  expect(out).toContain('\nnot the real engine: no Python found: Python programs need CPython 3.11 or newer.');
  expect(code).toBe(0);
}, 60_000);

test('doctor names Python and gevent as lacking, with what to do', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  const { code, out } = await course(['doctor']);
  expect(out).toContain(
    `lacking  Python   ${noPython.split('\n')[0]} – runs the Python programs; the site does not need it\n`,
  );
  expect(out).toMatch(
    /\nlacking: 2 needed(?:, \d optional)?\nnext: install it from https:\/\/www\.python\.org\/downloads\//,
  );
  expect(code).toBe(3);
});

test('a Python that is too old is named with its version', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([{ name: 'python3', command: process.execPath, args: [] }]);
  vi.mocked(askPython).mockResolvedValue({
    executable: process.execPath,
    version: '3.8.20',
    implementation: 'CPython',
    gevent: null,
    ray: null,
    path: [],
  });
  expect(await course(['run', 'one/turns', '--engine', 'cpython'], copyOfCourse())).toEqual({
    code: 3,
    out: '',
    err:
      '"python3" is CPython 3.8.20: Python programs need CPython 3.11 or newer\n' +
      '  fix: install a newer one from https://www.python.org/downloads/ or your package manager\n',
  });
});

vi.mock('../../src/runtime/cpython/probe.ts', { spy: true });
