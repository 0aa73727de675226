// Reads the command line and turns every ending into an exit code: 0 fine, 1 the course or the program is wrong,
// 2 misuse, 3 something is missing, 4 a fault of the tool itself, 130 Ctrl-C.
import { Command, CommanderError } from 'commander';
import { courseRoot, findFiles } from '../course/files.ts';
import { CourseError, exitCodes } from '../error.ts';
import { typed } from './command.ts';
import type { CommandSpec, Invocation } from './command.ts';
import { commands } from './commands.ts';
import { misuse } from './misuse.ts';
import { processTerminal } from './terminal.ts';

export type Session = Pick<Invocation, 'root' | 'from' | 'terminal' | 'signal'>;

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
  const code = await main(argv, { root: courseRoot(), from, terminal: processTerminal(), signal: stop.signal });
  process.exitCode = stop.signal.aborted ? 130 : code;
}

/** The exit code of one command line. Prints through `session.terminal` and never throws. */
export async function main(argv: readonly string[], session: Session): Promise<number> {
  let code = 0;
  const program = describe(session, (result) => (code = result));
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, argv, session);
  }
}

function describe(session: Session, done: (code: number) => void): Command {
  const output = { writeOut: session.terminal.write, writeErr: () => undefined };
  const program = new Command('npm run course --')
    .description('The command line of the course.')
    .option('--json', 'print the result as JSON')
    .option('--debug', 'show where an unexpected error comes from')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput(output)
    .helpCommand(false)
    .exitOverride((error) => {
      throw misuse(program, error);
    });
  for (const spec of commands) add(program, spec, session, done);
  program.addHelpText('after', () => example(session.root, 'run {id}'));
  return program;
}

function add(program: Command, spec: CommandSpec, session: Session, done: (code: number) => void): void {
  const command = program.command(`${spec.name}${spec.args ? ` ${spec.args}` : ''}`).description(spec.summary);
  for (const [flags, description] of spec.options ?? []) command.option(flags, description);
  if (spec.passes) command.allowUnknownOption();
  command.addHelpText('after', () => example(session.root, spec.example));
  command.exitOverride((error) => {
    throw misuse(command, error);
  });
  command.action(async () => {
    const { command: action } = await spec.load();
    const options = command.optsWithGlobals();
    done(await action({ ...session, args: command.args, options, json: options['json'] === true }));
  });
}

/** The end of a help text: an example, with an id that this course really has. */
function example(root: string, words: string): string {
  const id = [...findFiles(root, 'snippets', '*/*.order').keys()][0]?.replace(/(\.py)?\.order$/, '') ?? 'chapter/name';
  const filled = words.replace('{id}', id).replace('{chapter}', id.split('/')[0] ?? 'chapter');
  return `\nExample:\n  ${typed(filled)}`;
}

function failed(error: unknown, argv: readonly string[], { terminal, signal }: Session): number {
  if (error instanceof CommanderError) return 0;
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
