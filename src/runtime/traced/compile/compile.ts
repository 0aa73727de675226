// A program for the traced engine: its types erased, its functions transformed, ready to be run any number of times. The files
// beside it that it loads are part of it: their lines follow its own in one script.
import type { FunctionInfo, ModuleInfo, Program, Target } from '../program.ts';
import { partsOf } from './beside.ts';
import type { FindBeside, Part } from './beside.ts';
import { exportedByScript } from './commonjs-exports.ts';
import { hasTopLevelAwait, linkingOf } from './linking.ts';
import type { Linking } from './linking.ts';
import { bodyEnd, transform } from './transform.ts';
import type { Transformed } from './transform.ts';

export { InvalidProgram } from './refusal.ts';

export interface CompileOptions {
  /** As messages name the program. */
  readonly file: string;
  /** The address under which stack traces name it; `file://` and `file` if absent. */
  readonly url?: string;
  /** Node runs it as CommonJS: sloppy, with `require` and its kin. An ES module if absent. */
  readonly commonJs?: boolean;
  /** Knows the files beside it; without it none are there. */
  readonly find?: FindBeside;
  /** What of its folder it may read. */
  readonly files?: Program['files'];
}

/** What Node's own wrapper gives a script (lib/internal/modules/cjs/loader.js). */
const scriptParameters = ['exports', 'require', 'module', '__filename', '__dirname'] as const;

/** One file, transformed. */
interface Compiled {
  readonly info: ModuleInfo;
  readonly text: string;
  readonly words: readonly string[];
  readonly columnOf: Program['columnOf'];
}

/**
 * Compiles a TypeScript program once; a realm runs it. Throws a CourseError where it is no valid program and for
 * everything that the engine cannot run.
 */
export function compile(source: string, options: CompileOptions): Program {
  const { file, url = `file://${file}`, commonJs = false, find, files } = options;
  const format = commonJs ? 'commonjs' : 'module';
  const parts = partsOf({ source: { file, text: source }, url, format }, find);
  const functions: FunctionInfo[] = [];
  // a program may import itself
  const isLinked = parts.some(({ imports, requires }) => [...imports.values(), ...requires.values()].some(leadsToFile));
  const names = (word: string) => parts.some(({ source: { text } }) => text.includes(word));
  const isShared = names('SharedArrayBuffer') && names('worker_threads');
  const compiled = parts.map((part) => compilePart(part, functions, isLinked, isShared));
  return {
    file,
    url,
    path: pathOf(url),
    lines: parts.flatMap((part) => part.source.text.split('\n')),
    modules: compiled.map(({ info }) => info),
    isLinked,
    functions,
    words: [...new Set(compiled.flatMap(({ words }) => words))],
    commonJs,
    ...(files && { files }),
    code: `${withBeside(compiled.map(({ text }) => text))}\n//# sourceURL=${url}`,
    columnOf: (line, column) => {
      const index = compiled.findLastIndex(({ info }) => info.firstLine <= line);
      const part = compiled[index];
      const own = line - (part?.info.firstLine ?? 1) + 1;
      return part?.columnOf(own, own === 1 ? column - headOf(index, parts) : column) ?? column;
    },
  };
}

function leadsToFile({ kind }: Target): boolean {
  return kind === 'module';
}

/** The end of a file stands on a line of its own, so that its last line may be a comment: the next one begins there. */
function withBeside(texts: readonly string[]): string {
  const [own = '', ...beside] = texts;
  return beside.length === 0 ? own : `${besideHead}${own},[${beside.join(',')}])`;
}

const wrapperEnd = '})';
const fileEnd = bodyEnd + wrapperEnd;
const besideHead = '((own,beside)=>{own.beside=beside;return own})(';

/** Characters before the text of a file in its first line. */
function headOf(index: number, parts: readonly Part[]): number {
  if (index === 0) return parts.length > 1 ? besideHead.length : 0;
  const end = parts[index - 1]?.format === 'json' ? '' : fileEnd;
  return `${end},${index === 1 ? '[' : ''}`.length;
}

function compilePart(part: Part, functions: FunctionInfo[], isLinked: boolean, isShared: boolean): Compiled {
  const { source, format, tree } = part;
  const linking = isLinked && format === 'module' ? linkingOf(tree) : undefined;
  const info = infoOf(part, linking);
  if (format === 'json') {
    const lines = source.text.split('\n').length;
    return {
      info: { ...info, json: source.text },
      text: `0${'\n'.repeat(lines)}`,
      words: [],
      columnOf: (_, column) => column,
    };
  }
  const made = transform(part, functions, isShared, linking);
  const [parameters, mode] = format === 'commonjs' ? [`$$,${scriptParameters.join(',')}`, ''] : ['$$', '"use strict";'];
  const head = `(function(${parameters}){${mode}`;
  const columnOf = columns(made, head.length);
  return { info, text: `${head}${made.text.toString()}${wrapperEnd}`, words: made.words, columnOf };
}

function infoOf(part: Part, linking: Linking | undefined): ModuleInfo {
  const { source, url, format, tree, askedAt, imports, requires } = part;
  const isScript = format === 'commonjs';
  const none = { indirect: [], stars: [] };
  const local = isScript ? exportedByScript(tree) : [];
  return {
    url,
    path: pathOf(url),
    file: source.file,
    format,
    firstLine: source.firstLine ?? 1,
    askedAt,
    hasAwait: format === 'module' && hasTopLevelAwait(tree),
    requested: linking?.requested ?? [],
    importsNode: tree.body.some((node) => node.type === 'ImportDeclaration' && !imports.has(String(node.source.value))),
    imports: Object.fromEntries(imports),
    requires: Object.fromEntries(requires),
    exports: linking?.exports ?? { local, ...none },
    imported: linking?.imported ?? [],
  };
}

/** Of a file: URL as pathToFileURL makes it. A Worker has no URL but the realm's. */
function pathOf(url: string): string {
  const [, path = '/'] = /^file:\/\/[^/]*(\/[^?#]*)/.exec(url) ?? [];
  return decodeURIComponent(path);
}

/** Made only when an error is shown: a map costs more than the run. `head`: characters before its first line. */
function columns({ text }: Transformed, head: number): Program['columnOf'] {
  let lines: ReturnType<typeof text.generateDecodedMap>['mappings'] | undefined;
  return (line, column) => {
    lines ??= text.generateDecodedMap({ hires: true }).mappings;
    const at = line === 1 ? column - head : column;
    const segment = lines[line - 1]?.findLast(([from]) => from <= at - 1);
    return (segment?.[3] ?? 0) + 1;
  };
}
