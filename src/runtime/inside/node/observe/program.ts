// Gives the program its probes when Node loads it; every other module stays what it is.
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { observeCallbacks } from './callbacks.ts';
import type { Strands } from './strands.ts';
import { restorePlaces } from './stack-traces.ts';
import { addProbes, strandsKey } from './transform.ts';

/** The URL of the program that this process was started for. */
export const program = pathToFileURL(resolve(process.argv[1] ?? '')).href;

/**
 * `strands` hears of the program from the moment that Node loads it, and `watch` is called then; in a Worker, which may load
 * another module, at once.
 */
export function observeProgram(strands: Strands, watch: () => void): void {
  if (!isMainThread) watch();
  Reflect.set(globalThis, Symbol.for(strandsKey), strands);
  registerHooks({
    load(url, context, next) {
      const module = next(url, context);
      if (url !== program || !module.format?.startsWith('module') || !module.source) return module;
      const source = withProbes(textOf(module.source), module.format !== 'module', strands);
      if (source === undefined) return module;
      observeCallbacks(strands);
      if (isMainThread) watch();
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** A source as the next loader gave it. */
function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** What the transform cannot handle runs untouched, and without strands. */
function withProbes(source: string, typed: boolean, strands: Strands): string | undefined {
  try {
    const { code, map } = addProbes(typed ? stripped(source) : source, (site) => strands.addSite(site));
    return code + restorePlaces(program, map);
  } catch {
    return undefined;
  }
}

/** Node warns that its own function may change; that warning is none of the program's. */
function stripped(source: string): string {
  const warn = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    if (warn) Object.defineProperty(process, 'emitWarning', warn);
  }
}
