// What a command is: words for its help, and a file that is read only when the command is called.
import type { Input } from '../../runtime/engine.ts';
import type { Terminal } from './terminal.ts';

/** The values of a command's options, as the reader gave them. */
export type Options = Readonly<Record<string, unknown>>;

export interface Invocation {
  /** The course's folder. */
  readonly root: string;
  /** The folder in which the reader typed the command. */
  readonly from: string;
  readonly args: readonly string[];
  readonly options: Options;
  /** The reader wants JSON on stdout and nothing else there. */
  readonly json: boolean;
  readonly terminal: Terminal;
  /** What the reader types, for the programs that the command runs. */
  readonly input: Input;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What is the same for every command of a process. */
export type Session = Pick<Invocation, 'root' | 'from' | 'terminal' | 'input' | 'signal'>;

/** Returns the exit code: 0 fine, 1 the course or the program is wrong, 3 something is missing. Misuse is thrown. */
type Action = (invocation: Invocation) => Promise<number> | number;

export interface CommandSpec {
  readonly name: string;
  /** As commander writes it: `<id>`, `[id]`, `[args...]`. */
  readonly args?: string;
  readonly summary: string;
  /** What to type, without `npm run course --` unless it starts with `npm`; `{id}` and `{chapter}` stand for a snippet. */
  readonly example: string;
  /** Flags and what they do. */
  readonly options?: readonly (readonly [flags: string, description: string])[];
  /** Options that the command does not know are its arguments. */
  readonly passes?: boolean;
  readonly load: () => Promise<{ readonly command: Action }>;
}

export function flag(options: Options, name: string): boolean {
  return options[name] === true;
}

export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The command that a person types for `words`. */
export function typed(words: string): string {
  return words.startsWith('npm') ? words : `npm run course -- ${words}`;
}
