// `yield*` of a sync generator, ECMA-262 section 15.5.5: requests go to the inner iterator, its results come out as they
// are. With each result the strand of the outer generator gives way, too, and with each request it goes on.
import { describeTyped } from '../describe.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import { isObject } from '../object.ts';

/** What `yield*` iterates over in place of `iterable`. Throws as V8 does for what has no iterator. */
export function delegation(core: Core, frame: Frame, iterable: unknown, message?: string): Iterable<unknown> {
  const inner = iteratorOf(iterable, message);
  const next: unknown = Reflect.get(inner, 'next');
  const missing = () => {
    throw new TypeError(`${describeTyped(next)} is not a function`);
  };
  const handed = (method: unknown) =>
    typeof method === 'function'
      ? (value: unknown) => {
          core.frames.run(frame);
          const result: unknown = Reflect.apply(method, inner, [value]);
          if (isObject(result) && !Reflect.get(result, 'done')) core.frames.yields(frame, frame.line);
          return result;
        }
      : method;
  const outer = {
    next: typeof next === 'function' ? handed(next) : missing,
    get return() {
      return handed(Reflect.get(inner, 'return'));
    },
    get throw() {
      return handed(Reflect.get(inner, 'throw'));
    },
    [Symbol.iterator]: () => outer as Iterator<unknown>,
  };
  return outer;
}

function iteratorOf(iterable: unknown, message?: string): object {
  const method: unknown =
    iterable == null ? undefined : Reflect.get(Object(iterable) as object, Symbol.iterator, iterable);
  if (typeof method !== 'function') {
    throw new TypeError(
      message ?? `${describeTyped(iterable)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  }
  const iterator: unknown = Reflect.apply(method, iterable, []);
  if (!isObject(iterator)) throw new TypeError('Result of the Symbol.iterator method is not an object');
  return iterator;
}
