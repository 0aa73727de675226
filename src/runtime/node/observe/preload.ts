// `node --import` this, and the program's lanes are recorded. If anything fails here, the program runs as without it.
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { observeCallbacks } from './callbacks.ts';
import { Lanes } from './lanes.ts';
import { observeOutput } from './output.ts';
import { restorePlaces } from './places.ts';
import { Records } from './records.ts';
import { addProbes, lanesKey } from './transform.ts';

const program = pathToFileURL(resolve(process.argv[1] ?? '')).href;

function observe(path: string): void {
  const lanes = new Lanes();
  const records = new Records(path);
  Reflect.set(globalThis, Symbol.for(lanesKey), lanes);
  if (!isMainThread) observeOutput(lanes, records);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (url !== program || !loaded.format?.startsWith('module') || !loaded.source) return loaded;
      const source = withProbes(textOf(loaded.source), loaded.format !== 'module', lanes);
      if (source === undefined) return loaded;
      observeCallbacks(lanes);
      if (isMainThread) observeOutput(lanes, records);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** A source as the next loader gave it. */
function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** What the transform cannot handle runs untouched, and without lanes. */
function withProbes(source: string, typed: boolean, lanes: Lanes): string | undefined {
  try {
    const { code, map } = addProbes(typed ? stripped(source) : source, (site) => lanes.addSite(site));
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

try {
  const path = process.env['INTERLEAVE_RECORDS'];
  if (path) observe(path);
} catch {
  // the program runs without an observer
}
