// A compiled program, as data that can cross into a realm: the compiler makes it, the engine runs it.

/** A function of the program, as the engine names it. */
export interface FunctionInfo {
  readonly name: string;
  readonly line: number;
  /** Parameters before the first that has a default or is a rest. */
  readonly length: number;
  readonly kind: 'function' | 'generator' | 'async function' | 'async generator';
}

export type ModuleFormat = 'module' | 'commonjs' | 'json';

/** What Node says of a file that is nowhere. */
export interface MissingError {
  readonly message: string;
  readonly code: string;
  readonly url?: string;
}

/** Where a specifier leads: to a file of the program, by its number, or nowhere. */
export type Target =
  { readonly kind: 'module'; readonly index: number } | { readonly kind: 'missing'; readonly error: MissingError };

/** What a module exports (ECMA-262 16.2.1.7, export entries). */
export interface ExportNames {
  readonly local: readonly string[];
  /** `imported`: the name there; null for the whole namespace. */
  readonly indirect: readonly { readonly name: string; readonly from: string; readonly imported: string | null }[];
  /** `export * from` */
  readonly stars: readonly string[];
}

/** A name that a module takes from another file. */
export interface ImportedName {
  readonly from: string;
  readonly name: string;
  readonly line: number;
}

/** A file of a program: the program itself, or one beside it. */
export interface ModuleInfo {
  readonly url: string;
  /** The path of its file, as Node gives it to the program. */
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
  readonly format: ModuleFormat;
  /** Its first line among those of the whole program. */
  readonly firstLine: number;
  /** The line of the program itself that leads there; 0 for the program. */
  readonly askedAt: number;
  readonly hasAwait: boolean;
  /** Static specifiers of files, in their order. */
  readonly requested: readonly string[];
  /** It imports modules of Node statically. */
  readonly importsNode: boolean;
  readonly imports: Readonly<Record<string, Target>>;
  readonly requires: Readonly<Record<string, Target>>;
  readonly exports: ExportNames;
  readonly imported: readonly ImportedName[];
  /** The text of a JSON file. */
  readonly json?: string;
}

/** What is at a path; `outside`: not in the folder of the program. */
export type FolderEntry =
  /** `bytes`: one character each. */
  | { readonly kind: 'file'; readonly bytes: string }
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'outside' };

export interface Program {
  /** As messages name it. */
  readonly file: string;
  /** The address under which stack traces name it. */
  readonly url: string;
  /** The path of its file, as Node gives it to the program. */
  readonly path: string;
  /** As the reader wrote it, line by line; behind them those of the files beside it. */
  readonly lines: readonly string[];
  /** Itself, and the files beside it that it can load. */
  readonly modules: readonly ModuleInfo[];
  /** One of them loads one of them. */
  readonly isLinked: boolean;
  readonly functions: readonly FunctionInfo[];
  /** The words of its text: of the globals it gets those at once that are among them. */
  readonly words: readonly string[];
  /** Node runs it as CommonJS; an ES module where it is false. */
  readonly commonJs: boolean;
  /** Its folder, whose files it may read; absent where there is none. */
  readonly files?: { readonly look: (path: string) => FolderEntry };
  /** An expression whose value makes the program's main generator from the engine's `$$`. Its property `beside`, where there are more files, has as much of each of them. */
  readonly code: string;
  /** Column of the source for a line and column of the running code; all from 1. */
  readonly columnOf: (line: number, column: number) => number;
}

/** In which file a line of a program stands, and where there. */
export function placeOf(
  { modules }: Pick<Program, 'modules'>,
  line: number,
): { module: ModuleInfo | undefined; line: number } {
  let found = modules[0];
  for (const each of modules) if (each.firstLine <= line) found = each;
  return { module: found, line: found ? line - found.firstLine + 1 : line };
}
