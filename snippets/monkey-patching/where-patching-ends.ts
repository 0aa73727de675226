// Which calls does a patch reach? Then the patch prints.
import { AsyncLocalStorage } from 'node:async_hooks';
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const early = globalThis.setTimeout;

function patched<F extends object>(original: F): F {
  return new Proxy(original, {
    apply(target, self, args) {
      console.log('reached');
      return Reflect.apply(target as () => unknown, self, args);
    },
    construct(target, args) {
      console.log('reached');
      return Reflect.construct(target as new () => object, args);
    },
  });
}

globalThis.setTimeout = patched(setTimeout);
globalThis.Promise = patched(Promise);
fs.existsSync = patched(existsSync);

function check(label: string, call: () => unknown) {
  console.log(label);
  call();
}

check('looked up at the call', () => setTimeout(() => {}, 1));
check('taken before the patch', () => early(() => {}, 1));
check('property of fs', () => fs.existsSync('.'));
check('named import', () => existsSync('.'));
syncBuiltinESMExports();
check('named import after sync', () => existsSync('.'));
check('new Promise', () => new Promise(() => {}));
check('async function', () => (async () => {})());

const context = new AsyncLocalStorage<string>();
await context.run('request 7', async () => {
  await null;
  console.log(`context after await: ${context.getStore()}`);
});
