import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/languages.ts';
import type { Need } from '../../src/languages.ts';
import { engineFor } from '../../src/runtime/choose-engine.ts';
import { engineNameOf, engineNames, engines, needsOfRealTime, schedulerOf } from '../../src/runtime/engines.ts';
import { fakePython, temporaryFolder } from './fake-python.ts';

let root: string;
const { candidates } = vi.hoisted(() => ({ candidates: [] as unknown[] }));
vi.mock('../../src/runtime/cpython/candidates.ts', () => ({ defaultCandidates: () => candidates }));

beforeEach(() => {
  root = temporaryFolder();
  candidates.length = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the engine for a program', () => {
  it('TypeScript runs on Node', async () => {
    const choice = await engineFor(root, { language: 'ts', needs: ['threads', 'processes'] });
    expect(choice).toMatchObject({ engine: { name: 'node', version: process.versions.node } });
    expect(choice.standIn).toBeUndefined();
  });

  it('Python runs on CPython', async () => {
    candidates.push(fakePython(root, 'python3'));
    expect(await engineFor(root, { language: 'py', needs: ['threads'] })).toMatchObject({
      engine: { name: 'cpython' },
    });
  });

  it('without CPython a plain program runs on Pyodide, which says what it stands in for', async () => {
    const { engine, standIn } = await engineFor(root, { language: 'py', needs: [] });
    expect(engine).toMatchObject({ name: 'pyodide', language: 'py' });
    expect(standIn).toBe(
      `no Python found: Python programs need CPython 3.11 or newer. This ran on Pyodide ${engine.version} instead. ` +
        'fix: install it from https://www.python.org/downloads/ or your package manager',
    );
  });

  it('without CPython a program that needs threads is refused', async () => {
    await expect(engineFor(root, { language: 'py', needs: ['threads'] })).rejects.toThrow(
      'no Python found: Python programs need CPython 3.11 or newer, and this program needs threads\n' +
        '  fix: install it from https://www.python.org/downloads/ or your package manager',
    );
  });

  it('without gevent a program that needs it is refused', async () => {
    candidates.push(fakePython(root, 'python3'));
    const refused = engineFor(root, { language: 'py', needs: ['gevent'] });
    await expect(refused).rejects.toThrow(
      'no gevent found: looked in "python3" (3.11.2)\n  fix: npm run course -- setup',
    );
    await expect(refused).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('the engine that was asked for by name', () => {
  it('is taken, also where a better one is there', async () => {
    candidates.push(fakePython(root, 'python3'));
    const choice = await engineFor(root, { language: 'py', needs: [] }, 'pyodide');
    expect(choice.engine.name).toBe('pyodide');
    expect(choice.standIn).toBeUndefined();
  });

  it('is refused for a program of the other language', async () => {
    const refused = engineFor(root, { language: 'ts', needs: [] }, 'cpython');
    await expect(refused).rejects.toMatchObject({ kind: 'misuse' });
    await expect(refused).rejects.toThrow(
      'engine "cpython" runs Python, and this program is TypeScript\n  fix: leave --engine out, or type --engine node',
    );
  });

  it('is refused for a program whose need it cannot provide', async () => {
    await expect(engineFor(root, { language: 'py', needs: ['threads', 'gevent'] }, 'pyodide')).rejects.toThrow(
      'engine "pyodide" has no threads and no gevent, which the program needs\n  fix: leave --engine out',
    );
    await expect(engineFor(root, { language: 'ts', needs: ['gevent'] }, 'node')).rejects.toThrow(
      'engine "node" has no gevent, which the program needs\n  fix: take the need out of its first comment',
    );
  });

  it('is refused where the machine lacks it', async () => {
    await expect(engineFor(root, { language: 'py', needs: [] }, 'cpython')).rejects.toThrow('no Python found');
  });
});

describe('the table of engines', () => {
  it('says of each engine what the engine says of itself', async () => {
    candidates.push(fakePython(root, 'python3'));
    for (const name of engineNames) {
      const row = engines[name];
      const engine = await row.load(root, []);
      expect(engine).toMatchObject({ name, language: row.language });
      expect(row.provides).toEqual(expect.arrayContaining([...engine.provides]));
    }
  });

  it('has an engine for schedules where one provides all that a program needs', () => {
    const nameOf = (language: 'ts' | 'py', ...needs: readonly Need[]) => schedulerOf({ language, needs })?.name;
    expect([nameOf('ts'), nameOf('py'), nameOf('py', 'gevent')]).toEqual([
      'traced',
      'cpython-virtual',
      'cpython-virtual',
    ]);
    expect([nameOf('py', 'threads'), nameOf('ts', 'threads')]).toEqual(['cpython-turns', 'traced-turns']);
    expect(nameOf('py', 'threads', 'gevent')).toBeUndefined();
    expect(needsOfRealTime({ language: 'py', needs: ['threads', 'processes'] })).toEqual(['threads', 'processes']);
    expect(needsOfRealTime({ language: 'py', needs: ['threads'] })).toEqual([]);
  });

  it('has a real and a virtual engine for every language', () => {
    for (const language of languages) {
      expect(engines[engineNameOf(language, 'real')].causes).toEqual(['threads']);
      expect(schedulerOf({ language, needs: [] })?.causes[0]).toBe('none');
    }
  });
});

describe('what is loaded', () => {
  /** The modules of this folder that a fresh process has loaded after choosing an engine. */
  function loaded(language: 'ts' | 'py'): string {
    const chooser = new URL('../../src/runtime/choose-engine.ts', import.meta.url).href;
    const script = `
      import { registerHooks } from 'node:module';
      const seen = [];
      registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context); } });
      const { engineFor } = await import(${JSON.stringify(chooser)});
      await engineFor(${JSON.stringify(root)}, { language: '${language}', needs: [] });
      console.log(seen.filter((url) => url.includes('/runtime/')).join(' '));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  }

  it('choosing Node loads nothing of Python', () => {
    expect(loaded('ts')).not.toMatch(/cpython|pyodide/);
  });

  it('choosing a Python loads nothing of Node', () => {
    expect(loaded('py')).not.toMatch(/runtime\/node\//);
  });
});
