// The Workers and child processes that a thread of Node starts: each is a strand from its start to its end.
import childProcess, { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import workerThreads, { Worker } from 'node:worker_threads';
import { property } from '../shared/property.ts';
import { threadKey } from '../shared/records.ts';
import { replace } from '../shared/replace.ts';
import type { Call } from '../shared/replace.ts';
import { joining } from './child-strand.ts';
import type { Thread } from './thread.ts';

export function watchWorkers(thread: Thread): void {
  const keys = new WeakMap<object, string>();
  workerThreads.Worker = new Proxy(Worker, {
    construct(target, values: unknown[], newTarget) {
      const worker: object = Reflect.construct(target, values, newTarget) as object;
      const id = property(worker, 'threadId');
      if (typeof id === 'number' && id > 0) {
        keys.set(worker, `${threadKey(id)}/0`);
        thread.creates(`${threadKey(id)}/0`, { kind: 'worker', name: workerName(values[1]) });
      }
      return worker;
    },
  });
  replace(Worker.prototype, ['emit'], ({ self, values: [event, code], go }) => {
    const key = typeof self === 'object' && self !== null ? keys.get(self) : undefined;
    if (event === 'exit' && key !== undefined) thread.emitOf('settle', key, { how: code === 0 ? 'return' : 'cancel' });
    return typeof event === 'string' ? thread.callsBack(event, go) : go();
  });
}

/** The name that the program gave, else its data if that is short, else the first part of them that is. */
function workerName(options: unknown): string {
  const [name, data] = [property(options, 'name'), property(options, 'workerData')];
  if (typeof name === 'string' && name !== '') return name;
  const named = property(data, 'name');
  const label = [data, named].find(isShort) ?? firstPart(data);
  return label === undefined ? 'worker' : String(label).slice(0, 16);
}

function isShort(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** "payer 0" of { cells, payer: 0 }. */
function firstPart(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !isPlain(data)) return undefined;
  const [name, value] = Object.entries(data).find(([, part]) => isShort(part)) ?? [];
  return name === undefined ? undefined : `${name} ${String(value)}`;
}

function isPlain(data: object): boolean {
  return Object.getPrototypeOf(data) === Object.prototype;
}

export function watchProcesses(thread: Thread): void {
  let synchronous = 0;
  replace(ChildProcess.prototype, ['spawn'], ({ self, values, go }) => {
    const result = go();
    const pid = property(self, 'pid');
    if (typeof pid === 'number') {
      thread.creates(`${pid}/0`, { kind: 'process', name: programName(values[0]) });
      thread.emitOf('resume', `${pid}/0`, { line: 0 });
    }
    return result;
  });
  replace(ChildProcess.prototype, ['emit'], ({ self, values: [event, code], go }) => {
    if (event === 'exit') {
      const how = code === 0 ? 'return' : code === null ? 'cancel' : 'throw';
      thread.emitOf('settle', `${String(property(self, 'pid'))}/0`, { how });
    }
    return typeof event === 'string' ? thread.callsBack(event, go) : go();
  });
  replace(childProcess, ['spawnSync', 'execSync', 'execFileSync'], ({ values, go }: Call) => {
    const key = `${thread.main.replace('/0', '')}.sync${(synchronous += 1)}/0`;
    thread.creates(key, { kind: 'process', name: basename(String(values[0]).split(' ')[0] ?? '') });
    thread.emitOf('resume', key, { line: 0 });
    let how = 'throw';
    try {
      const result = thread.blocks(joining(key), go);
      how = 'return';
      return result;
    } finally {
      thread.emitOf('settle', key, { how });
    }
  });
}

/** What `spawn` was called with: of Node's own program the script. */
function programName(options: unknown): string {
  const [file, args] = [property(options, 'file'), property(options, 'args')];
  const words = Array.isArray(args) ? args.slice(1).map(String) : [];
  const isScript = (word: string, at: number) => !word.startsWith('-') && words[at - 1] !== '--import';
  const script = file === process.execPath ? words.find(isScript) : undefined;
  return basename(script ?? (typeof file === 'string' ? file : 'process'));
}
