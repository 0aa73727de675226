// `node --import` this, and each thread pauses where it meets another: at start, message, Atomics, fork and output. Only
// time passes; messages of a port stay in order. If anything fails here, the program runs as without it.
import childProcess, { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { BroadcastChannel, isMainThread, MessagePort, threadId, Worker } from 'node:worker_threads';
import { Pauses } from './pauses.ts';

/** Node calls the method of this name for each message that a port delivers. */
const deliver = Symbol.for('nodejs.internal.kHybridDispatch');

/** A Worker is created by its constructor alone, which cannot be replaced: its pause is the one in its own thread. */
function perturb(seed: number, starter: number): void {
  const isChild = process.ppid !== starter;
  const pauses = new Pauses(seed, [isChild ? process.pid : 0, threadId]);
  const around = pauses.around.bind(pauses);
  replace(Atomics, ['wait', 'notify', 'store', 'load', 'add', 'sub', 'exchange', 'compareExchange'], around);
  for (const { prototype } of [MessagePort, Worker, BroadcastChannel]) replace(prototype, ['postMessage'], around);
  replace(MessagePort.prototype, [deliver], pauses.before.bind(pauses));
  replace(ChildProcess.prototype, ['send'], around);
  replace(childProcess, ['fork'], around);
  replace(process, ['send'], around);
  replace(fs, ['writeSync'], around);
  syncBuiltinESMExports();
  if (isChild || !isMainThread) pauses.start();
}

/** Puts `pausing` around methods of `owner`. A proxy keeps everything else of them; one that is not there stays away. */
function replace(owner: object, names: readonly PropertyKey[], pausing: (operation: () => unknown) => unknown): void {
  for (const name of names) {
    const method: unknown = Reflect.get(owner, name);
    if (typeof method !== 'function') continue;
    const value = new Proxy(method, {
      apply: (target, self, values: unknown[]) => pausing((): unknown => Reflect.apply(target, self, values)),
    });
    Object.defineProperty(owner, name, { ...(Object.getOwnPropertyDescriptor(owner, name) ?? inherited), value });
  }
}

const inherited: PropertyDescriptor = { writable: true, configurable: true, enumerable: false };

try {
  const [seed, starter] = (process.env['INTERLEAVE_PERTURBED'] ?? '').split(':').map(Number);
  if (seed !== undefined && starter !== undefined) perturb(seed, starter);
} catch {
  // the program runs without pauses
}
