// How a program is started with a recorder inside, and with pauses where they are asked for.
import type { RunnableProgram } from '../../engine.ts';
import { realCommandsOf } from '../../engines.ts';
import type { Command } from '../../process/run.ts';
import { withPauses } from '../perturb/command.ts';
import { liveVariables } from './records.ts';

/** The engine as a trace names it, and the command that records. */
interface LiveCommand {
  readonly engine: string;
  readonly command: Command;
}

/** Records into `folder`; `pauses` are the seed of them. Throws a CourseError (`missing`) without an engine for the program. */
export async function liveCommand(
  root: string,
  program: RunnableProgram,
  { folder, pauses }: { readonly folder: string; readonly pauses: number | undefined },
): Promise<LiveCommand> {
  const commands = await realCommandsOf(program.language);
  const { engine, command: plain } = await commands.start(root, program);
  const hooked = commands.withHook(plain, 'record');
  const variables = { [liveVariables.folder]: folder, [liveVariables.program]: program.file };
  const recording = { ...hooked, env: { ...hooked.env, ...variables } };
  return { engine, command: pauses === undefined ? recording : withPauses(recording, commands, pauses) };
}
