// A program for the traced engine: its types erased, its functions transformed, ready to be run any number of times.
import { CourseError } from '../../../error.ts';
import { globalNames } from '../api/names.ts';
import type { GlobalName } from '../api/names.ts';
import type { FunctionInfo } from './edit.ts';
import { erase } from './erase.ts';
import type { SourceFile } from './refusal.ts';
import { transform } from './transform.ts';

export interface Program {
  /** As messages name it. */
  readonly file: string;
  /** The address under which stack traces name it. */
  readonly url: string;
  /** As the reader wrote it, line by line. */
  readonly lines: readonly string[];
  readonly functions: readonly FunctionInfo[];
  /** The globals that its text names. */
  readonly uses: ReadonlySet<GlobalName>;
  /** Node runs it as CommonJS; an ES module where absent. */
  readonly commonJs?: boolean;
  /** Makes the program's main generator from the engine's instrumentation and the values of `globalNames`. */
  readonly start: (...globals: readonly unknown[]) => unknown;
  /** Column of the source for a line and column of the running code; all from 1. */
  readonly columnOf: (line: number, column: number) => number;
}

/**
 * Compiles a TypeScript program once; `runTraced` runs it. Throws a CourseError where it is no valid program and for
 * everything that the engine cannot run.
 */
export function compile(source: string, { file, url = `file://${file}` }: { file: string; url?: string }): Program {
  const { text, functions } = understood({ file, text: source }, (program) => transform(program, erase(program)));
  const code = text.toString();
  const named = new Set(globalNames.filter((name) => new RegExp(`\\b${name}\\b`).test(source)));
  const reflective = named.has('globalThis') || named.has('global');
  const uses = reflective ? new Set(globalNames) : named;
  const doors = reflective ? `$$.doors=[${globalNames.map(door).join(',')}];` : '';
  const start = evaluate(`(function($$,${globalNames.join(',')}){"use strict";${doors}${code}})\n//# sourceURL=${url}`);
  return { file, url, lines: source.split('\n'), functions, uses, start, columnOf: columns(text) };
}

/** The path of the program's file, as Node gives it to the program. */
export function pathOf({ url }: Program): string {
  return decodeURIComponent(new URL(url).pathname);
}

/** Lets `globalThis.name = …` reach the variable that the program sees as `name`. */
function door(name: string): string {
  return `["${name}",()=>${name},($$v)=>{${name}=$$v}]`;
}

/** The one place where text becomes code: an indirect eval, so that the text sees nothing of ours. */
function evaluate(code: string): (...values: readonly unknown[]) => unknown {
  const made: unknown = (0, eval)(code);
  if (typeof made !== 'function') throw new TypeError('the transform gave no function');
  return (...values) => Reflect.apply(made, undefined, values) as unknown;
}

function understood<T>(source: SourceFile, work: (source: SourceFile) => T): T {
  try {
    return work(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /\((\d+):\d+\)$/.exec(error.message);
    throw new CourseError({
      what: `this is no valid TypeScript: ${error.message.replace(/ \(\d+:\d+\)$/, '')}`,
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
