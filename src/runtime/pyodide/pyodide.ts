// Pyodide, the embedded Python: a machine without CPython runs plain Python programs on it, on a virtual clock.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { programEnvironment } from '../environment.ts';
import { runWithLanes } from '../lanes.ts';
import { snapshotVariable } from './variables.ts';

const host = join(import.meta.dirname, 'host.ts');

/**
 * Pyodide as npm installed it. It brings no threads, no processes and no gevent. With the course's root it keeps a
 * picture of its memory in `.cache`, from which the second run starts fast.
 */
export function findPyodide(root?: string): Engine {
  const version = installedVersion();
  const snapshot =
    root === undefined ? {} : { [snapshotVariable]: join(root, '.cache', `pyodide-${version}.snapshot`) };
  return {
    name: 'pyodide',
    version,
    language: 'py',
    provides: new Set(),
    packages: {},
    run: (request) => run(request, snapshot),
  };
}

/** Always observed: the records also tell the times of the virtual clock. */
function run(request: RunRequest, variables: Readonly<Record<string, string>>): Promise<RunResult> {
  const { file } = request;
  const env = programEnvironment(variables);
  const command = { command: process.execPath, args: [host, file], cwd: dirname(file), env };
  return runWithLanes(command, (same) => same, { ...request, observe: true });
}

function installedVersion(): string {
  const file = join(dirname(fileURLToPath(import.meta.resolve('pyodide'))), 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
