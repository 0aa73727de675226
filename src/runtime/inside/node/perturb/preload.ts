// `node --import` this, and each thread pauses where it meets another: at start, message, Atomics, fork and output. Only
// time passes; messages of a port stay in order.
import childProcess, { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { BroadcastChannel, isMainThread, MessagePort, threadId, Worker } from 'node:worker_threads';
import { deliver, replace } from '../shared/replace.ts';
import type { Call } from '../shared/replace.ts';
import { start } from '../shared/start.ts';
import { Pauses } from './pauses.ts';

/** A Worker is created by its constructor alone, which cannot be replaced: its pause is the one in its own thread. */
function perturb(seed: number, starter: number): void {
  const isChild = process.ppid !== starter;
  const pauses = new Pauses(seed, [isChild ? process.pid : 0, threadId]);
  const around = ({ go }: Call) => pauses.around(go);
  replace(Atomics, ['wait', 'notify', 'store', 'load', 'add', 'sub', 'exchange', 'compareExchange'], around);
  for (const { prototype } of [MessagePort, Worker, BroadcastChannel]) replace(prototype, ['postMessage'], around);
  replace(MessagePort.prototype, [deliver], ({ go }) => pauses.before(go));
  replace(ChildProcess.prototype, ['send'], around);
  replace(childProcess, ['fork'], around);
  replace(process, ['send'], around);
  replace(fs, ['writeSync'], around);
  syncBuiltinESMExports();
  if (isChild || !isMainThread) pauses.start();
}

start('INTERLEAVE_PERTURBED', (value) => {
  const [seed, starter] = value.split(':').map(Number);
  if (seed !== undefined && starter !== undefined) perturb(seed, starter);
});
