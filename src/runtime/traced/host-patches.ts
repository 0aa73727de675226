// What of the host's own world is changed while a program runs, and put back: how stack traces are written (the
// program's own lines alone) and Array.fromAsync, which must not give a promise of the host.
import { createFromAsync } from './api/array-from-async.ts';
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
  Object.defineProperty(Array, 'fromAsync', { configurable: true, writable: true, value: createFromAsync(machine) });
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
