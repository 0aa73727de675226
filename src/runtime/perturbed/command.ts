// How a program is started with pauses inside: by the hooks that its engine has for such things, so that it starts as it
// always does.
import { delimiter, dirname, join } from 'node:path';
import type { Language, Need } from '../../languages.ts';
import { locateCpython, withHook } from '../cpython/cpython.ts';
import { programEnvironment } from '../environment.ts';
import { withImport } from '../node/node.ts';
import type { Command } from '../process/run.ts';

/** The variable that tells the hooks "seed:process": our own number, by which a program knows that it is no child of one. */
export const perturbedVariable = 'INTERLEAVE_PERTURBED';

const nodeHook = new URL('./node/preload.ts', import.meta.url).href;
const pythonHook = join(import.meta.dirname, '..', 'python', 'perturbed');

/** The same command with pauses inside, drawn from `seed`. */
export function withPauses(command: Command, language: Language, seed: number): Command {
  const hooked = language === 'ts' ? withImport(command, nodeHook) : withHook(command, pythonHook);
  return { ...hooked, env: { ...hooked.env, [perturbedVariable]: `${seed}:${process.pid}` } };
}

/** What has to be known of a program. A `Program` of the course has this shape. */
export interface PerturbedProgram {
  /** Absolute path. */
  readonly file: string;
  readonly language: Language;
  readonly needs: readonly Need[];
}

/** The command for each seed. Throws a CourseError (`missing`) where the machine has no engine for the program. */
export async function perturbedCommands(root: string, program: PerturbedProgram): Promise<(seed: number) => Command> {
  const cwd = dirname(program.file);
  const setting = (seed: number) => ({ [perturbedVariable]: `${seed}:${process.pid}` });
  if (program.language === 'ts') {
    const args = ['--import', nodeHook, program.file];
    return (seed) => ({ command: process.execPath, args, cwd, env: programEnvironment(setting(seed)) });
  }
  const { executable } = await locateCpython(root, program.needs);
  const path = [pythonHook, process.env['PYTHONPATH'] ?? ''].filter((folder) => folder !== '').join(delimiter);
  const own = { PYTHONPATH: path, PYTHONUNBUFFERED: '1', PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return (seed) => ({
    command: executable,
    args: [program.file],
    cwd,
    env: programEnvironment({ ...own, ...setting(seed) }),
  });
}
