// Reads the command line and turns every ending into an exit code: 0 fine, 1 the course or the program is wrong,
// 2 misuse, 3 something is missing, 4 a fault of the tool itself, 130 Ctrl-C.
import { courseRoot } from '../course/files.ts';
import { CourseError, exitCodes } from '../error.ts';
import { typed } from './shell/command.ts';
import type { Session } from './shell/command.ts';
import { commands } from './commands.ts';
import { readLine } from './shell/parse-args.ts';
import { SharedInput } from './shell/input.ts';
import { processTerminal } from './shell/terminal.ts';

/** Runs the command of this process and sets its exit code. Ctrl-C ends the children first; a second one ends at once. */
export async function start(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  process.on('SIGINT', () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
  process.on('SIGTERM', () => stop.abort());
  process.stdout.on('error', leaveWhenNobodyReads);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const input = new SharedInput(() => process.stdin);
  const code = await main(argv, { root: courseRoot(), from, terminal: processTerminal(), input, signal: stop.signal });
  process.exitCode = stop.signal.aborted ? 130 : code;
}

/** The exit code of one command line. Prints through `session.terminal` and never throws. */
export async function main(argv: readonly string[], session: Session): Promise<number> {
  try {
    const line = readLine(commands, argv);
    if (line === undefined) return await (await import('./help.ts')).showHelp(argv, session);
    const { spec, args, options } = line;
    const { command } = await spec.load();
    return await command({ ...session, args, options, json: options['json'] === true });
  } catch (error) {
    return failed(error, argv, session);
  }
}

function failed(error: unknown, argv: readonly string[], { terminal, signal }: Session): number {
  if (signal.aborted) return 130;
  if (error instanceof CourseError) {
    if (argv.includes('--json')) terminal.write(`${JSON.stringify({ error })}\n`);
    else terminal.warn(`${error.message}\n`);
    return exitCodes[error.kind];
  }
  const wrong = error instanceof Error ? error : new Error(String(error));
  const hint = `  fix: this is a fault of the course's own tool; see where: ${typed(`${argv.join(' ')} --debug`)}`;
  terminal.warn(argv.includes('--debug') ? `${wrong.stack}\n` : `unexpected error: ${firstLine(wrong)}\n${hint}\n`);
  return 4;
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0] ?? error.name;
}

/** `course list | head` closes the pipe early: that is no error. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
