import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setUpPython } from '../../src/runtime/setup-python.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'setup-'));
  mkdirSync(join(root, 'snippets'));
  writeFileSync(join(root, 'snippets', 'requirements.txt'), 'gevent==0.0.0\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const nowhere = { candidates: [], say: () => undefined };

test('without any CPython the embedded Python takes its place, and what is lacking is said', async () => {
  const { engine, lacking } = await setUpPython(root, nowhere);
  expect(engine.name).toBe('pyodide');
  expect(lacking?.message).toBe(
    'no Python found: Python programs need CPython 3.11 or newer\n' +
      '  fix: install it from https://www.python.org/downloads/ or your package manager',
  );
});

test('where nothing can be installed, no half-made .venv is left behind', async () => {
  await setUpPython(root, nowhere);
  expect(existsSync(join(root, '.venv'))).toBe(false);
});

test('a .venv that somebody else made is never deleted', async () => {
  mkdirSync(join(root, '.venv'));
  writeFileSync(join(root, '.venv', 'mine.txt'), 'mine');
  await setUpPython(root, nowhere);
  expect(readFileSync(join(root, '.venv', 'mine.txt'), 'utf8')).toBe('mine');
});
