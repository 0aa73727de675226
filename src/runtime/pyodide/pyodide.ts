// Pyodide, the embedded Python: a machine without CPython runs plain Python programs on it, on a virtual clock.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import { readJson } from '../../json.ts';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { programEnvironment } from '../process/environment.ts';
import { runWithStrands } from '../strands/run.ts';
import type { Command } from '../process/run.ts';
import { runBatch } from '../virtual/batch.ts';
import type { BatchRequest } from '../virtual/batch.ts';

const host = join(import.meta.dirname, 'host.ts');
const cache = join(import.meta.dirname, '..', '..', '..', '.cache');

/** Pyodide as npm installed it. It brings no threads, no processes and no gevent. Times are those of its virtual clock. */
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

/** Runs programs in one Pyodide: see runBatch. `files` are absolute paths. */
export function runPyodideBatch(files: readonly string[], request: BatchRequest = {}): Promise<RunResult[]> {
  return runBatch(commandFor(['--batch'], dirname(files[0] ?? host)), files, request);
}

/** Always observed: the records also tell the times of the virtual clock. */
function run(request: RunRequest): Promise<RunResult> {
  const { file } = request;
  return runWithStrands(commandFor([file], dirname(file)), (same) => same, { ...request, observe: true });
}

function commandFor(args: readonly string[], cwd: string): Command {
  const picture = join(cache, `pyodide-${installedVersion()}.snapshot`);
  return { command: process.execPath, args: [host, picture, ...args], cwd, env: programEnvironment() };
}

function installedVersion(): string {
  const file = join(dirname(fileURLToPath(import.meta.resolve('pyodide'))), 'package.json');
  const installed = readJson(z.object({ version: z.string() }), readFileSync(file, 'utf8'));
  if (installed) return installed.version;
  throw new CourseError({ what: `${file} does not say which Pyodide it is`, fix: 'npm ci', kind: 'missing' });
}
