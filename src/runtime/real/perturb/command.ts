// How a program is started with pauses inside.
import type { RunnableProgram } from '../../engine.ts';
import { realCommandsOf } from '../../engines.ts';
import type { Command } from '../../process/run.ts';
import type { RealCommands } from '../commands.ts';

/** The variable that tells the hooks "seed:process": our own number, by which a program knows that it is no child of one. */
const perturbedVariable = 'INTERLEAVE_PERTURBED';

/** The same command with pauses inside, drawn from `seed`. */
export function withPauses(command: Command, commands: RealCommands, seed: number): Command {
  const hooked = commands.withHook(command, 'perturb');
  return { ...hooked, env: { ...hooked.env, [perturbedVariable]: `${seed}:${process.pid}` } };
}

/**
 * The command for each seed; but for the pauses it is that of a plain run, so that the limits of a run hold here as well.
 * Throws a CourseError (`missing`) where the machine has no engine for the program.
 */
export async function perturbedCommands(root: string, program: RunnableProgram): Promise<(seed: number) => Command> {
  const commands = await realCommandsOf(program.language);
  const { command } = await commands.start(root, program);
  return (seed) => withPauses(command, commands, seed);
}
