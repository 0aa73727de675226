// How a program is started on a real engine with something of ours inside: by the hooks that its engine has for such things, so
// that it starts as it always does.
import type { RunnableProgram } from '../engine.ts';
import type { Command } from '../process/run.ts';

/** What is put inside: pauses, or a recorder. */
export type Hook = 'perturb' | 'record';

export interface RealCommands {
  /** The engine as a trace names it, and how it runs the program by itself. Throws a CourseError (`missing`) without one. */
  start(root: string, program: RunnableProgram): Promise<{ readonly engine: string; readonly command: Command }>;
  /** The same command with this inside. */
  withHook(command: Command, hook: Hook): Command;
}
