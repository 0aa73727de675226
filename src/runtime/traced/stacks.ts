// What of the host's own world is changed while a program runs, and put back: how stack traces are written (the
// program's own lines alone) and Array.fromAsync, which must not give a promise of the host.
import type { Machine } from './engine/machine.ts';

/** One call of a stack trace, where the host gives it in parts. */
interface CallSite {
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getFunctionName(): string | null;
}

export function withHostPatched<T>(machine: Machine, work: () => T): T {
  const { program } = machine.core;
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const fromAsync = Object.getOwnPropertyDescriptor(Array, 'fromAsync');
  Object.defineProperty(Error, 'prepareStackTrace', {
    configurable: true,
    writable: true,
    value: (error: Error, sites: readonly CallSite[]) => {
      const own = sites.filter((site) => site.getScriptNameOrSourceURL() === program.url);
      const lines = own.map((site) => {
        const line = site.getLineNumber() ?? 0;
        const place = `${program.url}:${line}:${program.columnOf(line, site.getColumnNumber() ?? 0)}`;
        const name = site.getFunctionName();
        return name && name !== 'eval' ? `    at ${name} (${place})` : `    at ${place}`;
      });
      return [headOf(error), ...lines].join('\n');
    },
  });
  Object.defineProperty(Array, 'fromAsync', { configurable: true, writable: true, value: fromAsyncOf(machine) });
  try {
    return work();
  } finally {
    putBack(Error, 'prepareStackTrace', before);
    putBack(Array, 'fromAsync', fromAsync);
  }
}

function putBack(holder: object, name: string, before: PropertyDescriptor | undefined): void {
  if (before) Object.defineProperty(holder, name, before);
  else Reflect.deleteProperty(holder, name);
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

/** Array.fromAsync over the engine's promises. */
function fromAsyncOf(machine: Machine) {
  const { core, functions, iterators, promises } = machine;
  function* body(items: unknown, map: ((value: unknown, index: number) => unknown) | undefined): Generator {
    const results: unknown[] = [];
    const iterator = iterators.open(iterable(items), 'the value is not async iterable');
    for (;;) {
      const result: unknown = yield iterator.next();
      if (typeof result !== 'object' || result === null) throw new TypeError('Iterator result is not an object');
      if (Reflect.get(result, 'done')) return results;
      const value: unknown = Reflect.get(result, 'value');
      results.push(map ? yield map(value, results.length) : value);
    }
  }
  return (items: unknown, map?: (value: unknown, index: number) => unknown) => {
    const capability = promises.create();
    const { frames } = core;
    const frame = frames.create('async function', 'Array.fromAsync', machine.line(), frames.current().lane);
    frames.run(frame);
    functions.drive(frame, body(items, map), capability);
    return capability.promise;
  };
}

function iterable(items: unknown): unknown {
  const value: unknown = Object(items);
  if (typeof value !== 'object' || value === null) return items;
  return Symbol.asyncIterator in value || Symbol.iterator in value ? items : Array.from(value as ArrayLike<unknown>);
}
