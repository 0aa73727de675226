// Each check prints its label and makes one call.
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const early = globalThis.setTimeout;

function check(label: string, call: () => unknown) {
  console.log(label);
  call();
}

function patched<F extends (...args: never[]) => unknown>(original: F) {
  return ((...args) => {
    console.log('reached');
    return original(...args);
  }) as F;
}

class PatchedPromise extends Promise<unknown> {
  constructor(start: () => void) {
    super(start);
    console.log('reached');
  }
}

globalThis.setTimeout = patched(setTimeout);
globalThis.Promise = PatchedPromise as PromiseConstructor;
fs.existsSync = patched(existsSync);

check('looked up at the call', () => setTimeout(() => {}, 1));
check('taken before the patch', () => early(() => {}, 1));
check('property of fs', () => fs.existsSync('.'));
check('named import', () => existsSync('.'));
syncBuiltinESMExports();
check('named import after sync', () => existsSync('.'));
check('new Promise', () => new Promise(() => {}));
check('async function', () => (async () => {})());
