// What of the host's own world is changed while a program runs, and put back: how stack traces are written (the
// program's own lines alone), Array.fromAsync, which must not give a promise of the host, and the text of functions,
// which is not what the program's author wrote.
import { CourseError } from '../../error.ts';
import { createFromAsync } from './api/array-from-async.ts';
import type { Environment } from './engine/environment.ts';
import { named } from './engine/named.ts';

/** One call of a stack trace, where the host gives it in parts. */
interface CallSite {
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getFunctionName(): string | null;
}

export function withHostPatched<T>(environment: Environment, work: () => T): T {
  const { program } = environment.core;
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const fromAsync = Object.getOwnPropertyDescriptor(Array, 'fromAsync');
  const textOf = Object.getOwnPropertyDescriptor(Function.prototype, 'toString');
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
  Object.defineProperty(Array, 'fromAsync', {
    configurable: true,
    writable: true,
    value: createFromAsync(environment),
  });
  Object.defineProperty(Function.prototype, 'toString', { ...textOf, value: createToString(environment) });
  try {
    return work();
  } finally {
    putBack(Function.prototype, 'toString', textOf);
    putBack(Error, 'prepareStackTrace', before);
    putBack(Array, 'fromAsync', fromAsync);
  }
}

const toString: (this: unknown) => string = Reflect.get(Function.prototype, 'toString');

/** A function of the program has the text of the transform: it is refused, and never shown. */
function createToString(environment: Environment): (this: unknown) => string {
  const { core } = environment;
  return named('toString', function (this: unknown): string {
    const text = Reflect.apply(toString, this, []);
    if (!text.includes('$$.') && !environment.asyncKinds.has(this)) return text;
    const where = { file: core.program.file, line: core.frames.line() };
    const what = 'the text of a function is not available in the traced engine';
    const fix = 'print its name, or run it on the real engine: leave --engine traced out';
    return environment.refuse(new CourseError({ what, where, fix }));
  });
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
