// For Node: what the objects that a program meets on the engine have by name, as JSON.
import * as asyncHooks from 'node:async_hooks';
import * as buffer from 'node:buffer';
import * as cryptoModule from 'node:crypto';
import * as events from 'node:events';
import * as fs from 'node:fs';
import * as fsPromises from 'node:fs/promises';
import * as perfHooks from 'node:perf_hooks';
import * as processModule from 'node:process';
import * as timers from 'node:timers';
import * as timersPromises from 'node:timers/promises';
import * as util from 'node:util';
import * as url from 'node:url';
import * as path from 'node:path';
import * as workerThreads from 'node:worker_threads';

const { port1 } = new MessageChannel();
const timeout = setTimeout(() => {}, 0);
const immediate = setImmediate(() => {});

/** What `value` has and inherits, up to `end`. */
function names(value, end = Object.prototype, found = []) {
  for (let at = value; at && at !== end; at = Object.getPrototypeOf(at)) found.push(...Object.getOwnPropertyNames(at));
  const own = ['constructor', 'length', 'name', 'prototype', 'arguments', 'caller'];
  const hidden = (name) => name.startsWith('_') || (typeof value === 'function' ? own : ['constructor']).includes(name);
  return [...new Set(found)].filter((name) => !hidden(name)).sort();
}
const statics = (value) => names(value, Function.prototype);
const exported = (module) =>
  Object.keys(module)
    .filter((name) => !name.startsWith('_'))
    .sort();

const all = {
  console: names(console),
  performance: names(performance),
  process: names(process, Object.getPrototypeOf(Object.getPrototypeOf(process))),
  'process.stdout': names(process.stdout, process.stdout.constructor === Object ? undefined : Object.prototype),
  timeout: names(timeout),
  immediate: names(immediate),
  emitter: names(new events.EventEmitter()),
  EventEmitter: statics(events.EventEmitter),
  event: names(new Event('a')),
  Event: statics(Event),
  target: names(new EventTarget()),
  controller: names(new AbortController()),
  signal: names(AbortSignal.abort()),
  AbortSignal: statics(AbortSignal),
  port: names(port1),
  Worker: names(workerThreads.Worker.prototype, events.EventEmitter.prototype),
  storage: names(new asyncHooks.AsyncLocalStorage()),
  AsyncLocalStorage: statics(asyncHooks.AsyncLocalStorage),
  resource: names(new asyncHooks.AsyncResource('a')),
  scheduler: names(timersPromises.scheduler),
  'util.inspect': statics(util.inspect),
  'util.types': names(util.types),
  URL: statics(URL),
  Buffer: statics(Buffer),
  buffer: names(Buffer.alloc(0), Uint8Array.prototype).filter((name) => !/^\d+$/.test(name)),
  crypto: names(crypto),
  stats: names(fs.statSync(import.meta.filename)),
  'node:async_hooks': exported(asyncHooks),
  'node:buffer': exported(buffer),
  'node:crypto': exported(cryptoModule),
  'node:events': exported(events),
  'node:fs': exported(fs),
  'node:fs/promises': exported(fsPromises),
  'node:perf_hooks': exported(perfHooks),
  'node:process': exported(processModule),
  'node:timers': exported(timers),
  'node:timers/promises': exported(timersPromises),
  'node:path': exported(path),
  'node:url': exported(url),
  'node:util': exported(util),
  'node:worker_threads': exported(workerThreads),
};
console.log(JSON.stringify(all));
port1.close();
