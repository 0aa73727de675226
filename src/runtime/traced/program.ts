// A compiled program, as data that can cross into a realm: the compiler makes it, the engine runs it.

/** A function of the program, as the engine names it. */
export interface FunctionInfo {
  readonly name: string;
  readonly line: number;
  /** Parameters before the first that has a default or is a rest. */
  readonly length: number;
  readonly kind: 'function' | 'generator' | 'async function' | 'async generator';
}

export interface Program {
  /** As messages name it. */
  readonly file: string;
  /** The address under which stack traces name it. */
  readonly url: string;
  /** The path of its file, as Node gives it to the program. */
  readonly path: string;
  /** As the reader wrote it, line by line. */
  readonly lines: readonly string[];
  readonly functions: readonly FunctionInfo[];
  /** The words of its text: of the globals it gets those at once that are among them. */
  readonly words: readonly string[];
  /** Node runs it as CommonJS; an ES module where it is false. */
  readonly commonJs: boolean;
  /** An expression whose value makes the program's main generator from the engine's `$$`. */
  readonly code: string;
  /** Column of the source for a line and column of the running code; all from 1. */
  readonly columnOf: (line: number, column: number) => number;
}
