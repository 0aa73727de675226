// node:util beside format and inspect: from callbacks to promises and back, types, and small old helpers
// (Node's lib/util.js, lib/internal/util.js).
import type { Callback, Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import { anonymous, named } from '../../engine/named.ts';
import { callbackOnly } from '../arguments.ts';
import { callbackify } from './callbackify.ts';
import type { RealmGlobals } from '../realm-globals.ts';
import type { Refusals } from '../refusals.ts';
import type { TimerFunctions } from '../timers.ts';
import { createTypes } from './types.ts';

const custom = Symbol.for('nodejs.util.promisify.custom');

interface UtilParts {
  readonly timers: TimerFunctions;
  readonly refusals: Refusals;
  readonly shared: RealmGlobals;
  /** The module timers/promises. */
  readonly timersPromises: () => object;
}

export function createUtil(environment: Environment, { timers, refusals, shared, timersPromises }: UtilParts) {
  const { formatter } = environment;
  /** Timers have a promise form of their own. */
  const ownForm = (work: unknown): unknown => {
    if (work === timers.setTimeout) return Reflect.get(timersPromises(), 'setTimeout');
    if (work === timers.setImmediate) return Reflect.get(timersPromises(), 'setImmediate');
    return isObject(work) ? Reflect.get(work, custom) : undefined;
  };
  const promisify = named('promisify', (work: unknown): unknown => {
    const given = callbackOnly(work, formatter, 'original');
    const form = ownForm(given);
    const made = form ? callbackOnly(form, formatter, 'util.promisify.custom') : promisified(environment, given);
    return Object.defineProperty(made, custom, { value: made, configurable: true });
  });
  return {
    TextDecoder: shared.TextDecoder,
    TextEncoder: shared.TextEncoder,
    callbackify: (work: unknown) => callbackify(environment, callbackOnly(work, formatter, 'original')),
    deprecate: (work: unknown, text: string, code?: string) => deprecated(environment, work, text, code),
    format: formatter.format,
    inherits,
    inspect: refusals.guard('util.inspect', formatter.inspect),
    isArray: deprecated(environment, Array.isArray, isArrayText, 'DEP0044'),
    promisify: Object.assign(promisify, { custom }),
    stripVTControlCharacters: (text: string) => text.replaceAll(controlCharacters, ''),
    toUSVString: (text: unknown) => String(text).toWellFormed(),
    types: refusals.guard('util.types', createTypes(environment)),
  };
}

const isArrayText = 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.';

/** https://github.com/chalk/ansi-regex, from which Node has it. */
const controlCharacters =
  /[\u001B\u009B][[\]()#;?]*(?:(?:(?:[a-zA-Z\d]*(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?\u0007)|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;

/** A function whose last argument is a callback, as one that gives a promise. */
function promisified(environment: Environment, work: Callback): object {
  const made = anonymous(function (this: unknown, ...args: unknown[]): object {
    return environment.promise((resolve, reject) => {
      const done = (error: unknown, value: unknown) => (error ? reject(error) : resolve(value));
      const result = Reflect.apply(work, this, [...args, anonymous(done)]);
      if (!environment.promises.slotOf(result)) return;
      const text = 'Calling promisify on a function that returns a Promise is likely a mistake.';
      environment.warn(text, { name: 'DeprecationWarning', code: 'DEP0174' });
    });
  });
  Object.setPrototypeOf(made, Object.getPrototypeOf(work) as object);
  return Object.defineProperties(made, Object.getOwnPropertyDescriptors(work));
}

function inherits(made: { readonly prototype: object }, parent: { readonly prototype: object }): void {
  Object.defineProperty(made, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(made.prototype, parent.prototype);
}

/** Warns at the first call. */
function deprecated(environment: Environment, work: unknown, text: string, code?: string): object {
  const given = callbackOnly(work, environment.formatter, 'fn');
  let isWarned = false;
  const made = anonymous(function (this: unknown, ...args: unknown[]): unknown {
    if (!isWarned) environment.warn(text, { name: 'DeprecationWarning', ...(code !== undefined && { code }) });
    isWarned = true;
    return (new.target as unknown) ? Reflect.construct(given, args, new.target) : Reflect.apply(given, this, args);
  });
  Object.setPrototypeOf(made, given);
  Object.defineProperty(made, 'name', { value: given.name, configurable: true });
  return Object.defineProperty(made, 'length', { value: given.length, configurable: true });
}
