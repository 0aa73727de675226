// The intrinsics (ECMA-262 6.1.7.4) that a program reaches without the name of a global: from literals, from functions,
// from iterators, and from what the language throws.
import { AbortError } from '../api/targets/abort.ts';
import { DOMException } from '../api/web/dom-exception.ts';
import { ImmediateHandle, Timeout } from '../api/timers.ts';
import { UnhandledPromiseRejection } from '../engine/loop/unhandled.ts';

export function unnamedIntrinsics(): object[] {
  const iterator = { next: () => ({ done: true, value: undefined }) };
  const segments = new Intl.Segmenter('en').segment('a');
  const values: readonly unknown[] = [
    {},
    [],
    '',
    0,
    0n,
    false,
    Symbol.iterator,
    /a/,
    () => {},
    function* () {},
    async function () {},
    async function* () {},
    [].values(),
    new globalThis.Map().entries(),
    new globalThis.Set().entries(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
    Iterator.from(iterator),
    [].values().map(() => 0),
    segments,
    segments[Symbol.iterator](),
    ...[Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
      ({ prototype }): object => Object.create(prototype as object) as object,
    ),
    new SuppressedError(undefined, undefined),
    new DOMException(),
    // classes of the engine that all runs share
    ...[AbortError, ImmediateHandle, Timeout, UnhandledPromiseRejection].map(
      ({ prototype }): object => Object.create(prototype) as object,
    ),
  ];
  return values.map((value) => Reflect.getPrototypeOf(Object(value) as object)).filter((found) => found !== null);
}
