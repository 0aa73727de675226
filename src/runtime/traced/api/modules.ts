// The modules that a program may import, built from the parts of a run.
import { moduleExports, moduleName } from '../compile/available.ts';
import type { ModuleName } from '../compile/available.ts';
import type { Environment } from '../engine/environment.ts';
import { createAsyncHooks } from './async-hooks.ts';
import { createFs } from './fs/fs.ts';
import { writeSync } from './fs/write-sync.ts';
import type { Globals } from './globals.ts';
import { lazy } from './lazy.ts';
import { createPath } from './path.ts';
import { refuseMember } from './refuse.ts';
import { createTimerPromises } from './timers-promises.ts';
import { createUrlModule } from './web/url-module.ts';
import { createWorkerThreads } from './workers/module.ts';
import { createUtil } from './util/util.ts';

type Named<M extends ModuleName> = Exclude<(typeof moduleExports)[M][number], 'default'>;
type Exports<M extends ModuleName> = Record<Named<M>, unknown> & { readonly default?: unknown };
type Makers = { readonly [M in ModuleName]: () => Exports<M> };

/** Gives a module's exports; each is made when it is first imported. */
export function createModules(environment: Environment, all: Globals): (name: string) => object {
  const { globals, shared, timers, emitter, crypto, refusals } = all;
  const made = new Map<string, object>();
  const fs = lazy(() => createFs(environment, shared, refusals));
  const makers: Makers = {
    async_hooks: () => createAsyncHooks(environment, refusals),
    buffer: () => ({ Buffer: shared.Buffer, atob: shared.atob, btoa: shared.btoa }),
    crypto: () => crypto().module,
    events: () => ({ ...picked(emitter(), moduleExports.events), default: emitter() }),
    fs: () => ({ ...fs().fs, writeSync: writeSync(environment) }),
    'fs/promises': () => ({ ...fs().promises, default: fs().promises }),
    path: () => {
      const path = createPath(environment.formatter, () => cwdOf(globals.process()));
      return { ...path, default: refusals.guard('node:path', path) };
    },
    perf_hooks: () => ({ performance: globals.performance() }),
    process: () => ({ ...processExports(globals.process()), default: globals.process() }),
    timers: () => ({ ...timers, promises: load('timers/promises') }),
    'timers/promises': () => createTimerPromises(environment, timers),
    url: () => createUrlModule(shared),
    util: () => createUtil(environment, { timers, refusals, shared, timersPromises: () => load('timers/promises') }),
    worker_threads: () => createWorkerThreads(environment, all),
  };
  const load = (name: ModuleName): object => {
    const known = made.get(name);
    if (known) return known;
    const exports: object = makers[name]();
    refusals.guard(`node:${name}`, exports);
    // where a module has no main object, that is one with all its exports
    if (!Object.hasOwn(exports, 'default')) {
      const main = refusals.guard(`node:${name}`, { ...exports });
      Object.defineProperty(exports, 'default', { value: main, enumerable: true });
    }
    made.set(name, exports);
    return exports;
  };
  return (specifier) => {
    const name = moduleName(specifier);
    if (!name) return refuseMember(environment, `module ${specifier}`);
    return load(name);
  };
}

/** What `holder` has under these names. */
function picked<N extends string>(holder: object, names: readonly N[]): Record<N, unknown> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(holder, name)])) as Record<N, unknown>;
}

function cwdOf(process: object): string {
  const cwd: unknown = Reflect.get(process, 'cwd');
  return typeof cwd === 'function' ? String(Reflect.apply(cwd, process, [])) : '/';
}

function processExports(process: object): Record<Exclude<keyof Exports<'process'>, 'default'>, unknown> {
  const bound = (name: string) => {
    const method: unknown = Reflect.get(process, name);
    return typeof method === 'function'
      ? (...args: unknown[]) => Reflect.apply(method, process, args) as unknown
      : method;
  };
  return {
    nextTick: bound('nextTick'),
    stdout: Reflect.get(process, 'stdout'),
    stderr: Reflect.get(process, 'stderr'),
    exit: bound('exit'),
    on: bound('on'),
    once: bound('once'),
    off: bound('off'),
    argv: Reflect.get(process, 'argv'),
    env: Reflect.get(process, 'env'),
    hrtime: Reflect.get(process, 'hrtime'),
  };
}
