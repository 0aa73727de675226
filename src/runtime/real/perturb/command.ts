// How a program is started with pauses inside: by the hooks that its engine has for such things, so that it starts as it
// always does.
import { join } from 'node:path';
import type { Language } from '../../../languages.ts';
import { locateCpython, pythonCommand, withHook } from '../../cpython/cpython.ts';
import type { RunnableProgram } from '../../engine.ts';
import { nodeCommand, withImport } from '../../node/node.ts';
import type { Command } from '../../process/run.ts';

/** The variable that tells the hooks "seed:process": our own number, by which a program knows that it is no child of one. */
const perturbedVariable = 'INTERLEAVE_PERTURBED';

const nodeHook = new URL('../../inside/node/perturb/preload.ts', import.meta.url).href;
const pythonHook = join(import.meta.dirname, '..', '..', 'inside', 'python', 'hooks', 'perturb');

/** The same command with pauses inside, drawn from `seed`. */
export function withPauses(command: Command, language: Language, seed: number): Command {
  const hooked = language === 'ts' ? withImport(command, nodeHook) : withHook(command, pythonHook);
  return { ...hooked, env: { ...hooked.env, [perturbedVariable]: `${seed}:${process.pid}` } };
}

/** The command for each seed. Throws a CourseError (`missing`) where the machine has no engine for the program. */
export async function perturbedCommands(root: string, program: RunnableProgram): Promise<(seed: number) => Command> {
  const plain = await plainCommand(root, program);
  return (seed) => withPauses(plain, program.language, seed);
}

/** As the program is started without pauses, so that the limits of a run hold here as well. */
async function plainCommand(root: string, { file, language, needs }: RunnableProgram): Promise<Command> {
  if (language === 'ts') return nodeCommand(file);
  return pythonCommand((await locateCpython(root, needs)).executable, file);
}
