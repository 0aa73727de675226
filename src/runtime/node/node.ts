// The Node that runs us is the engine for TypeScript: it strips the types itself, so there is no build step.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { programEnvironment } from '../process/environment.ts';
import { runWithStrands } from '../strands/run.ts';
import type { Command } from '../process/run.ts';

/** Where Node keeps the program without its types for the next run: half of a short run is their stripping. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/programs', import.meta.url));
const output = new URL('../inside/node/plain/preload.ts', import.meta.url).href;
const observer = new URL('../inside/node/observe/preload.ts', import.meta.url).href;

/** The Node that runs us. Nothing has to be looked for. */
export function findNode(): Engine {
  return {
    name: 'node',
    version: process.versions.node,
    language: 'ts',
    provides: new Set(['threads', 'processes']),
    packages: {},
    run,
  };
}

/** Runs `node FILE` in the folder of the file. */
function run(request: RunRequest): Promise<RunResult> {
  return runWithStrands(nodeCommand(request.file), (command) => withImport(command, observer), request);
}

/** `node FILE` in the folder of the file; what it prints leaves at once, as on a terminal. */
export function nodeCommand(file: string): Command {
  const env = programEnvironment({ NODE_COMPILE_CACHE: compiled });
  return withImport({ command: process.execPath, args: [file], cwd: dirname(file), env }, output);
}

/** `module` is loaded before the program. */
export function withImport(command: Command, module: string): Command {
  return { ...command, args: ['--import', module, ...command.args] };
}
