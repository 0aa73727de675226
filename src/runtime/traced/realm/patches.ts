// What of the language itself is the engine's in a realm: whatever looks at a clock, waits, gives a promise of the host,
// makes code from text, or shows how the engine is built. It stands once in each realm and asks for the run that is on.
import { createFromAsync } from '../api/array-from-async.ts';
import { createAtomics } from '../api/atomics.ts';
import { createDate } from '../api/clock.ts';
import { refuseMember } from '../api/refuse.ts';
import { named } from '../engine/named.ts';
import type { Environment } from '../engine/environment.ts';
import { programStack } from './stack.ts';

/** The run that is on. */
export type Current = () => Environment;

const nativeText: (this: unknown) => string = Reflect.get(Function.prototype, 'toString');

/** Functions that take the place of native ones: their text is that of a native one. */
const natives = new WeakSet<object>();

export function patchLanguage(current: Current): void {
  replace(
    globalThis,
    'Date',
    createDate(() => current().core.clock),
  );
  Object.defineProperty(Date.prototype, 'constructor', { value: Date });
  replace(Math, 'random', () => current().core.clock.random.next());
  for (const [name, value] of Object.entries(createAtomics(current))) replace(Atomics, name, value);
  replace(Array, 'fromAsync', (items: unknown, map?: never) => createFromAsync(current())(items, map));
  guardConstructors(current);
  patchErrors(current);
  replace(Function.prototype, 'toString', function (this: unknown): string {
    return textOf(current(), this);
  });
}

/** To a program `made` is a native function. */
export function natively<F extends object>(made: F): F {
  natives.add(made);
  return made;
}

/** Puts a function in the place of a native one; to a program it looks like that. */
export function replace(holder: object, name: string, value: object): void {
  const before = Object.getOwnPropertyDescriptor(holder, name);
  const native: unknown = before?.value;
  const length = typeof native === 'function' ? native.length : 0;
  Object.defineProperty(natively(named(name, value)), 'length', { value: length, configurable: true });
  Object.defineProperty(holder, name, { ...before, value });
}

/** A function of the program has the text of the transform: it is refused, and never shown. */
function textOf(environment: Environment, made: unknown): string {
  if (typeof made === 'function' && natives.has(made)) return `function ${made.name}() { [native code] }`;
  const text = Reflect.apply(nativeText, made, []);
  if (!text.includes('$$.') && !environment.asyncKinds.has(made)) return text;
  return refuseMember(environment, 'the text of a function', 'print its name');
}

/** Function and its kin make code of a text: the engine has not seen it, and could not stop it. */
function guardConstructors(current: Current): void {
  const refuse = (what: string) => (): never =>
    refuseMember(current(), `making ${what} from text`, 'write the function out');
  const ordinary = guard('Function', Function.prototype, refuse('a function'));
  Object.defineProperty(globalThis, 'Function', { value: ordinary });
  const kinds = [
    ['GeneratorFunction', function* () {}, 'a generator'],
    ['AsyncFunction', async function () {}, 'an async function'],
    ['AsyncGeneratorFunction', async function* () {}, 'an async generator'],
  ] as const;
  for (const [name, example, what] of kinds) {
    Object.setPrototypeOf(guard(name, Object.getPrototypeOf(example) as object, refuse(what)), ordinary);
  }
  replace(globalThis, 'eval', refuse('code'));
}

function guard(name: string, prototype: object, refuse: () => never): object {
  const guarded = natively(
    named(name, function () {
      return refuse();
    }),
  );
  Object.defineProperty(guarded, 'length', { value: 1, configurable: true });
  Object.defineProperty(guarded, 'prototype', { value: prototype, writable: false });
  Object.defineProperty(prototype, 'constructor', { value: guarded });
  return guarded;
}

/**
 * Stack traces have the program's own lines alone. V8 and Node call what stands at Error.prepareStackTrace, and Node looks
 * for it through the global Error (prepareStackTraceCallback in its lib/internal/errors.js): a function of the program
 * there would be given the frames of the host.
 */
function patchErrors(current: Current): void {
  const prepare = named(
    'prepareStackTrace',
    programStack(() => current().core.program),
  );
  Object.defineProperty(Error, 'prepareStackTrace', {
    get: () => prepare,
    set: () => refuseMember(current(), 'setting Error.prepareStackTrace'),
    configurable: false,
  });
  const own = Error;
  Object.defineProperty(globalThis, 'Error', {
    get: () => own,
    set: () => refuseMember(current(), 'replacing the global Error', 'extend it'),
    configurable: false,
  });
}
