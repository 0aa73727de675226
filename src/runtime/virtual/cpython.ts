// The machine's CPython with its clock made virtual: the order of asyncio, waits that take no time, deadlocks said at once.
import { dirname, join } from 'node:path';
import type { Need } from '../../languages.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { Search } from '../cpython/cpython.ts';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { programEnvironment } from '../process/environment.ts';
import { runWithStrands } from '../strands/run.ts';
import type { Command } from '../process/run.ts';
import { runBatch } from './batch.ts';
import type { BatchRequest } from './batch.ts';

const scripts = join(import.meta.dirname, '..', 'inside', 'python');

/** What can have its time made virtual. A program's own threads and processes keep the machine's clock. */
const virtualNeeds: readonly Need[] = ['gevent'];

/**
 * The machine's CPython on a virtual clock; times are virtual ms. Exit 13: nothing could wake the program any more.
 * Throws a CourseError (`missing`) as findCpython does.
 */
export async function findVirtualCpython(root: string, needs: readonly Need[], search: Search = {}): Promise<Engine> {
  const { engine, executable } = await locateCpython(root, needs, search);
  return {
    name: 'cpython-virtual',
    version: engine.version,
    language: 'py',
    provides: new Set(virtualNeeds.filter((need) => engine.provides.has(need))),
    packages: engine.packages,
    run: (request) => run(executable, request),
  };
}

/** Runs programs in one CPython that has what all of them need: see runBatch. `files` are absolute paths. */
export async function runCpythonBatch(
  root: string,
  files: readonly string[],
  { needs = [], ...request }: BatchRequest & { readonly needs?: readonly Need[] } = {},
): Promise<RunResult[]> {
  const { executable } = await locateCpython(root, needs);
  return runBatch(virtualCommand(executable, 'batch.py', [], dirname(files[0] ?? root)), files, request);
}

/** How a script of src/runtime/inside/python is started. The hash of a text is the same in every run: sets keep their order. */
export function virtualCommand(executable: string, script: string, args: readonly string[], cwd: string): Command {
  const env = programEnvironment({ PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' });
  return { command: executable, args: [join(scripts, script), ...args], cwd, env };
}

/** Always observed: the records also tell the times of the virtual clock. */
function run(executable: string, request: RunRequest): Promise<RunResult> {
  const command = virtualCommand(executable, 'run.py', [request.file], dirname(request.file));
  return runWithStrands(command, (same) => same, { ...request, observe: true });
}
