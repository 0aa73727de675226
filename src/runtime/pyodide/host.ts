// `node host.ts FILE`: runs one Python program in Pyodide. What it prints leaves at once, and its exit code is ours.
import { appendFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadPyodide } from 'pyodide';
import type { PyodideAPI } from 'pyodide';
import { recordsVariable } from '../records.ts';

/** Where our own Python files are, inside Pyodide. */
const own = '/interleave';

const file = process.argv[2] ?? '';
const records = process.env[recordsVariable];
try {
  process.exitCode = await run(file);
} catch (error) {
  // uncaught, it would show a line of Pyodide's text, which is a megabyte long
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

async function run(path: string): Promise<number> {
  const pyodide = await loadPyodide({ env: { HOME: '/home/pyodide', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' } });
  for (const [stream, set] of [
    [1, pyodide.setStdout],
    [2, pyodide.setStderr],
  ] as const) {
    set({ write: (bytes) => writeSync(stream, bytes), isatty: false });
  }
  pyodide.setStdin({ stdin: () => null });
  mount(pyodide, join(import.meta.dirname, '..', 'python'), own);
  const program = seenFromInside(path);
  mount(pyodide, dirname(path), dirname(program));
  pyodide.runPython(`import sys; sys.path[0:0] = ["${own}", "${own}/observe"]`);
  const code: unknown = pyodide.pyimport('pyodide_program').run(program, record);
  return Number(code);
}

function record(text: string): void {
  if (records !== undefined) appendFileSync(records, `${text}\n`);
}

/** The same path, so that tracebacks name the file; Windows' paths have another form. */
function seenFromInside(path: string): string {
  return path.startsWith('/') ? path : path.replace(/^(\w):/, '/$1').replaceAll('\\', '/');
}

function mount(pyodide: PyodideAPI, outside: string, inside: string): void {
  pyodide.FS.mkdirTree(inside);
  pyodide.mountNodeFS(inside, outside);
}
