// Checks of arguments, with Node's words.
import type { Formatter } from '../engine/formatter.ts';
import type { Callback } from '../engine/environment.ts';

/** Throws Node's ERR_INVALID_ARG_TYPE unless `value` is a function. */
export function callbackOnly(value: unknown, { inspect }: Formatter, name = 'callback'): Callback {
  if (typeof value === 'function') return value as Callback;
  const shown = name.endsWith(' argument') ? name : `"${name}" argument`;
  throw coded(
    new TypeError(`The ${shown} must be of type function. Received ${received(value, inspect)}`),
    'ERR_INVALID_ARG_TYPE',
  );
}

export function received(value: unknown, inspect: Formatter['inspect']): string {
  if (value == null) return String(value);
  if (typeof value === 'object') {
    const constructor: unknown = Reflect.get(value, 'constructor');
    const name = typeof constructor === 'function' ? constructor.name : '';
    return name ? `an instance of ${name}` : inspect(value, { depth: -1 });
  }
  const shown = inspect(value, { colors: false });
  return `type ${typeof value} (${shown.length > 28 ? `${shown.slice(0, 25)}...` : shown})`;
}

/** An error as Node makes them: the code is shown in the stack's first line, and `name` is what it was. */
export function coded<E extends Error>(error: E, code: string): E & { code: string } {
  const { name } = error;
  error.name = `${name} [${code}]`;
  const { stack } = error;
  Reflect.deleteProperty(error, 'name');
  if (stack !== undefined) Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
  Object.defineProperty(error, 'toString', {
    value: () => `${name} [${code}]: ${error.message}`,
    writable: true,
    configurable: true,
  });
  return Object.assign(error, { code });
}

/** Throws Node's ERR_MISSING_ARGS unless there are as many arguments as `names`. */
export function needed(args: readonly unknown[], names: readonly string[]): void {
  if (args.length >= names.length) return;
  const listed = names.map((name) => `"${name}"`).join(' and ');
  const text = `The ${listed} argument${names.length > 1 ? 's' : ''} must be specified`;
  throw coded(new TypeError(text), 'ERR_MISSING_ARGS');
}

/** Throws Node's ERR_INVALID_ARG_TYPE unless `value` is a text. */
export function textOnly(value: unknown, name: string, { inspect }: Formatter): string {
  if (typeof value === 'string') return value;
  const text = `The "${name}" argument must be of type string. Received ${received(value, inspect)}`;
  throw coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
}

/** What process.exitCode may be: nothing, a whole number, or a text that is one. Throws Node's error for anything else. */
export function exitCodeOnly(code: unknown, { inspect }: Formatter): unknown {
  if (code === null || code === undefined) return code;
  const value = typeof code === 'string' && code !== '' && Number.isInteger(Number(code)) ? Number(code) : code;
  if (typeof value !== 'number') {
    const text = `The "code" argument must be of type number. Received ${received(value, inspect)}`;
    throw coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
  }
  if (Number.isInteger(value)) return code;
  const text = `The value of "code" is out of range. It must be an integer. Received ${value}`;
  throw coded(new RangeError(text), 'ERR_OUT_OF_RANGE');
}
