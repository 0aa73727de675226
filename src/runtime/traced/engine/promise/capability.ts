// A promise with the functions that settle it, of the program's own class or of any other that it extends or invents.
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import { isObject } from '../object.ts';

export interface Capability {
  readonly promise: object;
  readonly resolve: (value?: unknown) => void;
  readonly reject: (reason?: unknown) => void;
}

type Settlers = Omit<Capability, 'promise'>;

export type Executor = (resolve: Capability['resolve'], reject: Capability['reject']) => void;

/** NewPromiseCapability of ECMA-262 for a class that is not the engine's own. */
export function foreignCapability(constructor: unknown): Capability {
  if (typeof constructor !== 'function') throw new TypeError(`${describe(constructor)} is not a constructor`);
  let resolve: unknown;
  let reject: unknown;
  const executor = (first: unknown, second: unknown) => {
    if (resolve !== undefined || reject !== undefined) {
      throw new TypeError('Promise executor has already been invoked with non-undefined arguments');
    }
    resolve = first;
    reject = second;
  };
  const promise: unknown = Reflect.construct(constructor, [executor]);
  if (!isObject(promise) || typeof resolve !== 'function' || typeof reject !== 'function') {
    throw new TypeError('Promise resolve or reject function is not callable');
  }
  const [first, second] = [resolve, reject];
  return {
    promise,
    resolve: (value) => void Reflect.apply(first, undefined, [value]),
    reject: (reason) => void Reflect.apply(second, undefined, [reason]),
  };
}

/** Settles with what `work` gives or throws; says which. */
export function settleWith(core: Core, { resolve, reject }: Settlers, work: () => unknown): 'return' | 'throw' {
  let result: unknown;
  try {
    result = work();
  } catch (error) {
    core.rethrowHalt();
    reject(error);
    return 'throw';
  }
  resolve(result);
  return 'return';
}

/** The same, with `work` as a strand of its own. */
export function settleAsStrand(core: Core, frame: Frame, settlers: Settlers, work: () => unknown): void {
  core.frames.run(frame);
  core.frames.settle(frame, settleWith(core, settlers, work));
}

/** Calls the `then` that the object has, patched or not. */
export function thenOf(promise: unknown, onFulfilled: unknown, onRejected?: unknown): unknown {
  const then: unknown = isObject(promise) ? Reflect.get(promise, 'then') : undefined;
  if (typeof then !== 'function') throw new TypeError(`${describe(promise)} has no then`);
  return Reflect.apply(then, promise, [onFulfilled, onRejected]);
}

/** With its type, as V8 says it: "number 5", "object null", "object". */
export function describeTyped(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null) return 'object null';
  const hasText = typeof value === 'number' || typeof value === 'boolean';
  return hasText ? `${typeof value} ${value}` : typeof value;
}

/** For messages. */
export function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return '#<Object>';
  return String(value);
}
