// A program for the traced engine: its types erased, its functions transformed, ready to be run any number of times.
import { CourseError } from '../../../error.ts';
import type { Program } from '../program.ts';
import { isJavaScript, javascriptOf } from './javascript.ts';
import type { SourceFile } from './refusal.ts';
import { transform } from './transform.ts';

export interface CompileOptions {
  /** As messages name the program. */
  readonly file: string;
  /** The address under which stack traces name it; `file://` and `file` if absent. */
  readonly url?: string;
  /** Node runs it as CommonJS: sloppy, with `require` and its kin. An ES module if absent. */
  readonly commonJs?: boolean;
}

/** What Node's own wrapper gives a script (lib/internal/modules/cjs/loader.js). */
const scriptParameters = ['exports', 'require', 'module', '__filename', '__dirname'] as const;

/**
 * Compiles a TypeScript program once; a realm runs it. Throws a CourseError where it is no valid program and for
 * everything that the engine cannot run.
 */
export function compile(source: string, options: CompileOptions): Program {
  const { file, url = `file://${file}`, commonJs = false } = options;
  const kind = commonJs ? 'commonjs' : 'module';
  const { text, functions, words } = understood({ file, text: source }, (program) =>
    transform(program, javascriptOf(program, kind), kind),
  );
  const [parameters, mode] = commonJs ? [`$$,${scriptParameters.join(',')}`, ''] : ['$$', '"use strict";'];
  return {
    file,
    url,
    path: pathOf(url),
    lines: source.split('\n'),
    functions,
    words,
    commonJs,
    code: `(function(${parameters}){${mode}${text.toString()}})\n//# sourceURL=${url}`,
    columnOf: columns(text),
  };
}

/** Of a file: URL as pathToFileURL makes it. A Worker has no URL but the realm's. */
function pathOf(url: string): string {
  const [, path = '/'] = /^file:\/\/[^/]*(\/[^?#]*)/.exec(url) ?? [];
  return decodeURIComponent(path);
}

/** The program itself is wrong, whoever runs it. */
export class InvalidProgram extends CourseError {}

function understood<T>(source: SourceFile, work: (source: SourceFile) => T): T {
  try {
    return work(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /\((\d+):\d+\)$/.exec(error.message);
    throw new InvalidProgram({
      what: `this is no valid ${isJavaScript(source.file) ? 'JavaScript' : 'TypeScript'}: ${error.message.replace(/ \(\d+:\d+\)$/, '')}`,
      where: at ? { file: source.file, line: Number(at[1]) } : { file: source.file },
      fix: `look at the line, then run it again`,
    });
  }
}

/** Made only when an error is shown: a map costs more than the run. */
function columns(text: ReturnType<typeof transform>['text']): Program['columnOf'] {
  let lines: ReturnType<typeof text.generateDecodedMap>['mappings'] | undefined;
  return (line, column) => {
    lines ??= text.generateDecodedMap({ hires: true }).mappings;
    const segment = lines[line - 1]?.findLast(([from]) => from <= column - 1);
    return (segment?.[3] ?? 0) + 1;
  };
}
