// node:fs and node:fs/promises, as far as a program reads its own folder. A call is one request of the thread pool, as in Node
// (lib/fs.js, lib/internal/fs/promises.js); a file that is longer than a chunk is read chunk by chunk, and then closed.
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import { callbackOnly } from '../arguments.ts';
import type { RealmGlobals } from '../realm-globals.ts';
import type { Refusals } from '../refusals.ts';
import { Folder } from './folder.ts';

type Call = 'readFile' | 'readdir' | 'stat' | 'access';

/** Bytes that Node reads at once (kReadFileBufferLength of lib/internal/fs/utils.js). */
const chunk = 512 * 1024;

type Sync = (path: unknown, options?: unknown) => unknown;

export function createFs(environment: Environment, shared: RealmGlobals, refusals: Refusals) {
  const folder = new Folder(environment, shared);
  const sync = syncCalls(folder, refusals);
  const later = (call: Call) => named(call, callbackCall(environment, call, folder, sync[call]));
  const promised = (call: Call) => named(call, promiseCall(environment, call, folder, sync[call]));
  const promises = refusals.guard('node:fs/promises', {
    access: promised('access'),
    readFile: promised('readFile'),
    readdir: promised('readdir'),
    stat: promised('stat'),
  });
  const fs = {
    access: later('access'),
    accessSync: named('accessSync', sync.access),
    existsSync: (path: unknown) => isThere(folder, path),
    promises,
    readFile: later('readFile'),
    readFileSync: named('readFileSync', sync.readFile),
    readdir: later('readdir'),
    readdirSync: named('readdirSync', sync.readdir),
    stat: later('stat'),
    statSync: named('statSync', sync.stat),
  };
  return { fs, promises };
}

function syncCalls(folder: Folder, refusals: Refusals): Readonly<Record<Call, Sync>> {
  return {
    readFile: (path, options) => {
      folder.check(options, 'readFile', ['encoding', 'flag']);
      return folder.decoded(folder.bytes(folder.path(path)), options);
    },
    readdir: (path, options) => {
      folder.check(options, 'readdir', ['encoding']);
      return [...folder.names(folder.path(path))];
    },
    stat: (path, options) => {
      folder.check(options, 'stat', ['throwIfNoEntry']);
      return statsOf(folder.existing(folder.path(path), 'stat'), refusals);
    },
    access: (path) => {
      folder.existing(folder.path(path), 'access');
    },
  };
}

/** fs.existsSync throws nothing (lib/fs.js). */
function isThere(folder: Folder, path: unknown): boolean {
  if (typeof path !== 'string' && (typeof path !== 'object' || path === null)) return false;
  return folder.look(folder.path(path)).kind !== 'none';
}

function statsOf(found: ReturnType<Folder['existing']>, refusals: Refusals): object {
  const size = found.kind === 'file' ? found.bytes.length : 0;
  const stats = { isFile: () => found.kind === 'file', isDirectory: () => found.kind === 'folder' };
  return refusals.guard('stats', found.kind === 'file' ? Object.assign(stats, { size }) : stats);
}

function callbackCall(environment: Environment, call: Call, folder: Folder, work: Sync) {
  return (path: unknown, options: unknown, callback?: unknown): void => {
    const given = callbackOnly(callback ?? options, environment.formatter, 'cb');
    const own = callback === undefined ? undefined : options;
    folder.path(path);
    whenDone(environment, call, requestsOf(folder, call, path), () => {
      const args = outcome(environment, () => work(path, own), call);
      environment.strand('callback', environment.core.label(call, given), args)();
    });
  };
}

function promiseCall(environment: Environment, call: Call, folder: Folder, work: Sync) {
  return (path: unknown, options?: unknown): object => {
    const { promise, resolve, reject } = environment.promises.newPromiseCapability();
    const settle = (run: () => unknown) => {
      try {
        resolve(run());
      } catch (thrown) {
        reject(environment.core.caught(thrown));
      }
    };
    try {
      folder.path(path);
    } catch (thrown) {
      reject(environment.core.caught(thrown));
      return promise;
    }
    whenDone(environment, call, requestsOf(folder, call, path), () => settle(() => work(path, options)));
    return promise;
  };
}

function requestsOf(folder: Folder, call: Call, path: unknown): number {
  const found = call === 'readFile' ? folder.look(folder.path(path)) : undefined;
  if (found?.kind !== 'file' || found.bytes.length <= chunk) return 1;
  return 2 + Math.ceil(found.bytes.length / chunk);
}

/** `finish` runs in the poll phase in which the last request is done. */
function whenDone({ threadPool }: Environment, call: Call, requests: number, finish: () => void): void {
  const what = { kind: 'call', name: call } as const;
  const next = (left: number): void => {
    threadPool.request(() => (left > 1 ? next(left - 1) : finish()), what);
  };
  next(requests);
}

function outcome({ core }: Environment, work: () => unknown, call: Call): unknown[] {
  try {
    const value = work();
    return call === 'access' ? [null] : [null, value];
  } catch (thrown) {
    return [core.caught(thrown)];
  }
}
