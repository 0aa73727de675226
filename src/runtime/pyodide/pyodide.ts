// Pyodide, the embedded Python: a machine without CPython runs plain Python programs on it, on a virtual clock.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { programEnvironment } from '../environment.ts';
import { runWithLanes } from '../lanes.ts';

const host = join(import.meta.dirname, 'host.ts');

/** Pyodide as npm installed it. It brings no threads, no processes and no gevent. */
export function findPyodide(): Engine {
  return {
    name: 'pyodide',
    version: installedVersion(),
    language: 'py',
    provides: new Set(),
    packages: {},
    run,
  };
}

/** Always observed: the records also tell the times of the virtual clock. */
function run(request: RunRequest): Promise<RunResult> {
  const { file } = request;
  const command = { command: process.execPath, args: [host, file], cwd: dirname(file), env: programEnvironment() };
  return runWithLanes(command, (same) => same, { ...request, observe: true });
}

function installedVersion(): string {
  const file = join(dirname(fileURLToPath(import.meta.resolve('pyodide'))), 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
