// The Node that runs us is the engine for TypeScript: it strips the types itself, so there is no build step.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import type { Hook, RealCommands } from '../real/commands.ts';
import { programEnvironment } from '../process/environment.ts';
import { runWithStrands } from '../strands/run.ts';
import type { Command } from '../process/run.ts';

/** Where Node keeps the program without its types for the next run: half of a short run is their stripping. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/programs', import.meta.url));

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
  return runWithStrands(nodeCommand(request.file), (command) => withImport(command, 'observe'), request);
}

/** `node FILE` in the folder of the file; what it prints leaves at once, as on a terminal. */
function nodeCommand(file: string): Command {
  const env = programEnvironment({ NODE_COMPILE_CACHE: compiled });
  return withImport({ command: process.execPath, args: [file], cwd: dirname(file), env }, 'plain');
}

/** The program with this inside: a folder of src/runtime/inside/node. */
function withImport(command: Command, hook: Hook | 'plain' | 'observe'): Command {
  const module = new URL(`../inside/node/${hook}/preload.ts`, import.meta.url).href;
  return { ...command, args: ['--import', module, ...command.args] };
}

export const nodeCommands: RealCommands = {
  start: (_root, { file }) => {
    const { name, version } = findNode();
    return Promise.resolve({ engine: `${name} ${version}`, command: nodeCommand(file) });
  },
  withHook: withImport,
};
