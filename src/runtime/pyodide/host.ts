// `node host.ts PICTURE FILE`: runs one Python program in Pyodide. What it prints leaves at once, and its exit code is ours.
// `node host.ts PICTURE --batch FILE…`: runs programs one after another and prints one line of JSON for each.
import { appendFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PyodideAPI } from 'pyodide';
import { recordsVariable } from '../strands/variable.ts';
import { startPyodide } from './snapshot.ts';

/** Where our own Python files are, inside Pyodide. */
const own = '/interleave';

const one = `import json, sys
sys.path.insert(0, "${own}")
from _interleave.virtual.single import run_and_end
del sys.path[0]
from _interleave_host import leave, programs, record
run_and_end(programs[0], lambda entry: record(json.dumps(entry)), leave)`;

const batch = `import json, sys
sys.path.insert(0, "${own}")
from _interleave.virtual.batch import run_all
del sys.path[0]
from _interleave_host import emit, programs
run_all(programs.to_py(), lambda entry: emit(json.dumps(entry)))
0`;

const [picture = '', ...wanted] = process.argv.slice(2);
const isBatch = wanted[0] === '--batch';
try {
  process.exitCode = await run(isBatch ? batch : one, isBatch ? wanted.slice(1) : wanted);
} catch (error) {
  // uncaught, it would show a line of Pyodide's text, which is a megabyte long
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

async function run(script: string, files: readonly string[]): Promise<number> {
  const pyodide = await startPyodide(picture);
  for (const [stream, set] of [
    [1, pyodide.setStdout],
    [2, pyodide.setStderr],
  ] as const) {
    set({ write: (bytes) => writeWhole(stream, bytes), isatty: false });
  }
  pyodide.setStdin({ stdin: () => null });
  mount(pyodide, join(import.meta.dirname, '..', 'inside', 'python'), own);
  for (const folder of new Set(files.map((file) => dirname(file)))) mount(pyodide, folder, seenFromInside(folder));
  const records = process.env[recordsVariable];
  pyodide.registerJsModule('_interleave_host', {
    programs: files.map(seenFromInside),
    leave: (code: number) => process.exit(code),
    record: (text: string) => records && appendFileSync(records, `${text}\n`),
    emit: (text: string) => writeWhole(1, Buffer.from(`${text}\n`)),
  });
  return Number(pyodide.runPython(script));
}

/** A pipe may take less at once than it is given, and none for a moment. */
function writeWhole(stream: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(stream, bytes, done);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
  return bytes.length;
}

/** The same path, so that tracebacks name the file; Windows' paths have another form. */
function seenFromInside(path: string): string {
  return path.startsWith('/') ? path : path.replace(/^(\w):/, '/$1').replaceAll('\\', '/');
}

function mount(pyodide: PyodideAPI, outside: string, inside: string): void {
  pyodide.runPython(`import os; os.makedirs(${JSON.stringify(inside)}, exist_ok=True)`);
  pyodide.mountNodeFS(inside, outside);
}
