// Turns what commander says about a wrong command line into the course's own error, with the nearest right word.
import type { Command, CommanderError } from 'commander';
import { nearest } from '../../nearest.ts';
import { CourseError } from '../../error.ts';

/** The error to throw instead of `error`; help that was asked for stays what it is. */
export function misuse(command: Command, error: CommanderError): Error {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const help = `npm run course -- ${command.parent ? `${command.name()} ` : ''}--help`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return wrong(`unknown command "${quoted}"`, guess(quoted, names(command)), help);
    case 'commander.unknownOption':
      return wrong(`unknown option "${quoted}"`, guess(quoted, flags(command)), help);
    case 'commander.missingArgument':
      return wrong(`"${command.name()}" needs <${quoted}>`, undefined, help);
    case 'commander.excessArguments':
      return wrong(`too many words after "${command.name()}": ${command.args.join(' ')}`, undefined, help);
    case 'commander.optionMissingArgument':
      return wrong(`the option ${quoted} needs a value`, undefined, help);
    default:
      return error;
  }
}

function wrong(what: string, suggestion: string | undefined, help: string): CourseError {
  return new CourseError({ what, fix: suggestion ? `${suggestion} All: ${help}` : help, kind: 'misuse' });
}

function guess(word: string, known: readonly string[]): string | undefined {
  const found = nearest(word, known);
  return found === undefined ? undefined : `did you mean "${found}"?`;
}

function names(command: Command): string[] {
  return command.commands.map((sub) => sub.name());
}

function flags(command: Command): string[] {
  const own = [...command.options, ...(command.parent?.options ?? [])];
  return own.flatMap((option) => option.long ?? []);
}
