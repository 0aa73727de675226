// What every engine offers: run one file, untouched, and say what it printed, when, on which stream and how it ended.
import type { Writable } from 'node:stream';
import type { Language, Need } from '../languages.ts';
import type { Strand, Line } from '../trace/recording.ts';

/** Limits of one run where the caller gives none. */
export const limits = {
  /** ms on the machine's clock before the whole process group is ended. */
  time: 10_000,
  /** Bytes of stdout and stderr together. */
  output: 1024 * 1024,
} as const;

/** What has to be known of a program to start it. A `Program` of the course has this shape. */
export interface RunnableProgram {
  readonly language: Language;
  /** Absolute path. */
  readonly file: string;
  /** As people name it: from the course's root. */
  readonly path: string;
  readonly needs: readonly Need[];
}

/** What a reader types, or a pipe brings, for the programs of one command: each of them gets all of it. */
export interface Input {
  /** Somebody sits there and types: a question may stand as long as it likes. */
  readonly isTerminal: boolean;
  /** Writes into a program's stdin what has come and what comes, `heard` after each piece, until the returned function is called. */
  into(stdin: Writable, heard: () => void): () => void;
}

export interface RunRequest {
  /** Absolute path of the program. */
  readonly file: string;
  /** ms; `limits.time` if absent. */
  readonly timeLimit?: number;
  /** Bytes; `limits.output` if absent. */
  readonly outputLimit?: number;
  /** Called for each line as soon as it is complete, in order. */
  readonly onLine?: (line: Line) => void;
  /** Called with a line that is not complete yet, as often as it grows: a question that waits for an answer. */
  readonly onUnfinished?: (line: Pick<Line, 'stream' | 'text'>) => void;
  /** The program's stdin, closed if absent. Whoever still answers still waits: the time limit starts anew with each piece. */
  readonly input?: Input;
  /** Aborting it ends the process group. */
  readonly signal?: AbortSignal;
  /** Ask the engine on which strand each line was printed. Never changes what is printed. */
  readonly observe?: boolean;
}

/** Why a run was ended from outside. */
export type Stop = 'time limit' | 'output limit' | 'process limit' | 'memory limit' | 'interrupt';

export interface RunResult {
  readonly lines: readonly Line[];
  /** At least the main strand. */
  readonly strands: readonly Strand[];
  /** null where a signal ended the program. */
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: Stop | undefined;
  /** ms from start to exit, on the machine's clock (virtual ms on an engine with a virtual clock). */
  readonly elapsed: number;
}

export interface Engine {
  /** As its row in engines.ts is called. */
  readonly name: string;
  /** "26.10.0" */
  readonly version: string;
  readonly language: Language;
  /** What programs may ask for in their first comment and get here. */
  readonly provides: ReadonlySet<Need>;
  /** Versions of the libraries behind `provides`: `{ gevent: "25.9.1" }`. */
  readonly packages: Readonly<Record<string, string>>;
  /** Resolves for every ending of the program, also a bad one; rejects only if the engine itself cannot start. */
  run(request: RunRequest): Promise<RunResult>;
}
