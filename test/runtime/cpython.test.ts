import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultCandidates } from '../../src/runtime/cpython/candidates.ts';
import type { Candidate } from '../../src/runtime/cpython/candidates.ts';
import { findCpython } from '../../src/runtime/cpython/cpython.ts';
import { askPython } from '../../src/runtime/cpython/probe.ts';
import { which } from '../../src/runtime/cpython/which.ts';
import type { Need } from '../../src/languages.ts';
import { fakePython, script, temporaryFolder } from './fake-python.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function find(candidates: readonly Candidate[], needs: readonly Need[] = []) {
  return findCpython(folder, needs, { candidates, ask: (command, args) => askPython(command, args, 2000) });
}

describe.skipIf(process.platform === 'win32')('finding a CPython', () => {
  it('the first that is new enough is taken, and provides threads and processes', async () => {
    const old = fakePython(folder, 'old', { version: '3.10.13' });
    const engine = await find([old, fakePython(folder, 'new', { version: '3.14.2' })]);
    expect(engine).toMatchObject({ name: 'cpython', version: '3.14.2', language: 'py', packages: {} });
    expect([...engine.provides]).toEqual(['threads', 'processes']);
  });

  it('a program that needs gevent gets the first that has it', async () => {
    const plain = fakePython(folder, 'plain', { version: '3.14.2' });
    const engine = await find([plain, fakePython(folder, 'green', { gevent: '25.9.1' })], ['gevent']);
    expect(engine).toMatchObject({ version: '3.11.2', packages: { gevent: '25.9.1' } });
  });

  it('what is no Python is passed over, whatever its name', async () => {
    const shop = script(folder, 'python3', 'echo "Python was not found; get it from the store"; exit 49');
    const silent = script(folder, 'python3.14', 'exit 0');
    const absent = { name: 'python3.13', command: join(folder, 'absent'), args: [] };
    const pypy = fakePython(folder, 'python3.12', { version: '3.12.1', implementation: 'PyPy' });
    const engine = await find([shop, silent, absent, pypy, fakePython(folder, 'python3.11')]);
    expect(engine.version).toBe('3.11.2');
  });

  it('a Python that does not answer in time is passed over', async () => {
    const hanging = script(folder, 'hanging', 'sleep 60');
    expect(await askPython(hanging.command, [], 100)).toBeUndefined();
  });

  it('without any Python the error says what is needed', async () => {
    await expect(find([])).rejects.toThrow(
      'no Python found: Python programs need CPython 3.11 or newer\n' +
        '  fix: install it from https://www.python.org/downloads/ or your package manager',
    );
  });

  it('with one that is too old the error says its version and its name', async () => {
    const old = [fakePython(folder, 'python3', { version: '3.8.18' }), fakePython(folder, 'py', { version: '2.7.18' })];
    await expect(find(old)).rejects.toThrow(
      '"python3" is CPython 3.8.18: Python programs need CPython 3.11 or newer\n' +
        '  fix: install a newer one from https://www.python.org/downloads/ or your package manager',
    );
  });

  it('without gevent the error says where it was looked for', async () => {
    await expect(find([fakePython(folder, 'python3')], ['gevent'])).rejects.toThrow(
      'no gevent found: looked in "python3" (3.11.2)\n  fix: npm run course -- setup',
    );
  });

  it('all these errors say that the machine lacks something', async () => {
    await expect(find([])).rejects.toMatchObject({ kind: 'missing' });
    await expect(find([fakePython(folder, 'python3', { version: '3.8.18' })])).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(find([fakePython(folder, 'python3')], ['gevent'])).rejects.toMatchObject({ kind: 'missing' });
  });

  it('the own environment comes first, and Windows is asked through its launcher', () => {
    const names = (platform: NodeJS.Platform) => defaultCandidates('/c', platform).map(({ name }) => name);
    expect(names('linux')).toEqual([
      ...['.venv/bin/python', 'python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', '/usr/bin/python3'],
    ]);
    expect(names('win32').slice(-2)).toEqual(['py -3', 'python']);
  });
});

describe.skipIf(process.platform === 'win32')('what is known about a Python', () => {
  function counting() {
    const ask = vi.fn((command: string, args: readonly string[]) => askPython(command, args, 2000));
    const search = (...candidates: Candidate[]) => findCpython(folder, [], { candidates, ask });
    return { ask, search };
  }

  it('a second search asks nobody', async () => {
    const { ask, search } = counting();
    const python = fakePython(folder, 'python3');
    await search(python);
    expect((await search(python)).version).toBe('3.11.2');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('a Python that was replaced is asked again', async () => {
    const { search } = counting();
    await search(fakePython(folder, 'python3'));
    expect((await search(fakePython(folder, 'python3', { version: '3.13.10' }))).version).toBe('3.13.10');
  });

  it('a Python is asked again when something was installed into a folder that it imports from', async () => {
    const { ask, search } = counting();
    const packages = join(folder, 'site-packages');
    mkdirSync(packages);
    const python = fakePython(folder, 'python3', { path: [packages] });
    await search(python);
    utimesSync(packages, 1, 1);
    await search(python);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('a launcher is asked each time, because it may choose another Python', async () => {
    const { ask, search } = counting();
    const python = fakePython(folder, 'python3.12');
    const launcher = fakePython(folder, 'python3', { executable: python.command });
    await search(launcher);
    await search(launcher);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('a Python that is gone is not found, whatever is remembered', async () => {
    const { search } = counting();
    const python = fakePython(folder, 'python3');
    await search(python);
    rmSync(python.command);
    await expect(search(python)).rejects.toThrow('no Python found');
  });

  it.each(['', '{', '{"x": 1}', '[]'])('a broken memory (%j) is as good as none, and is written anew', async (text) => {
    const file = join(folder, '.cache', 'engines.json');
    mkdirSync(join(folder, '.cache'));
    writeFileSync(file, text);
    const python = fakePython(folder, 'python3');
    await counting().search(python);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty([python.command, 'answer', 'version'], '3.11.2');
  });
});

describe.skipIf(process.platform === 'win32')('which', () => {
  it('the first folder of the path that holds a program wins; what cannot be run is passed over', () => {
    const first = join(folder, 'first');
    const second = join(folder, 'second');
    [first, second].forEach((name) => mkdirSync(name));
    writeFileSync(join(first, 'python3'), '');
    const { command } = script(second, 'python3', '');
    expect(which('python3', `${first}::${second}`)).toBe(command);
    expect(which('python4', `${first}:${second}`)).toBeUndefined();
  });
});
