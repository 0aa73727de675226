// How a program is started with a recorder inside: by the hooks that its engine has for such things, so that it starts as it
// always does.
import { join } from 'node:path';
import { locateCpython, pythonCommand, withHook } from '../../cpython/cpython.ts';
import type { RunnableProgram } from '../../engine.ts';
import { findNode, nodeCommand, withImport } from '../../node/node.ts';
import type { Command } from '../../process/run.ts';
import { liveVariables } from './records.ts';

const nodeHook = new URL('../../inside/node/record/preload.ts', import.meta.url).href;
const pythonHook = join(import.meta.dirname, '..', '..', 'inside', 'python', 'hooks', 'record');

/** The engine as a trace names it, and the command that records into `folder`. */
export interface LiveCommand {
  readonly engine: string;
  readonly command: Command;
}

/** Throws a CourseError (`missing`) where the machine has no engine for the program. */
export async function liveCommand(root: string, program: RunnableProgram, folder: string): Promise<LiveCommand> {
  const { file, language, needs } = program;
  const variables = { [liveVariables.folder]: folder, [liveVariables.program]: file };
  if (language === 'ts') {
    const { name, version } = findNode();
    return { engine: `${name} ${version}`, command: withVariables(withImport(nodeCommand(file), nodeHook), variables) };
  }
  const { engine, executable } = await locateCpython(root, needs);
  const command = withHook(pythonCommand(executable, file), pythonHook);
  return { engine: `${engine.name} ${engine.version}`, command: withVariables(command, variables) };
}

function withVariables(command: Command, variables: Readonly<Record<string, string>>): Command {
  return { ...command, env: { ...command.env, ...variables } };
}
