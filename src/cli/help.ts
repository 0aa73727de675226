// Command lines that ask for help or are not right: commander knows what to say about them. A line that is right never
// comes here, so that a program starts without it.
import { Command, CommanderError } from 'commander';
import { findFiles } from '../course/files.ts';
import { typed } from './shell/command.ts';
import type { CommandSpec, Session } from './shell/command.ts';
import { commands } from './commands.ts';
import { misuse } from './shell/misuse.ts';

/** Prints the help, or throws the CourseError that says what is wrong; runs what it finds right after all. */
export async function showHelp(argv: readonly string[], session: Session): Promise<number> {
  let code = 0;
  const program = describe(session, (result) => (code = result));
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return 0;
    throw error;
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
