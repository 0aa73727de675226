// PromiseCapability Records (ECMA-262 27.2.1.1): a promise with the functions that settle it, of the program's own Promise
// or of any other class that it extends or invents.
import type { Core } from '../core.ts';
import { describe } from '../describe.ts';
import type { Frame } from '../frames.ts';
import { anonymous } from '../named.ts';
import { isObject } from '../object.ts';

export interface Capability {
  readonly promise: object;
  readonly resolve: (value?: unknown) => void;
  readonly reject: (reason?: unknown) => void;
}

/** The pair that CreateResolvingFunctions (27.2.1.3) gives. */
export type ResolvingFunctions = Omit<Capability, 'promise'>;

export type Executor = (resolve: Capability['resolve'], reject: Capability['reject']) => void;

/** The abstract operations that depend on which class %Promise% is. */
export interface PromiseIntrinsics {
  capabilityOf(constructor: unknown): Capability;
  promiseResolveWith(constructor: unknown, value: unknown): object;
  speciesConstructor(promise: object): unknown;
}

/** NewPromiseCapability (27.2.1.5) for a class that is not the engine's own: its constructor calls the executor. */
export function newPromiseCapability(constructor: unknown): Capability {
  if (typeof constructor !== 'function') throw new TypeError(`${describe(constructor)} is not a constructor`);
  let resolve: unknown;
  let reject: unknown;
  const executor = anonymous((first: unknown, second: unknown) => {
    if (resolve !== undefined || reject !== undefined) {
      throw new TypeError('Promise executor has already been invoked with non-undefined arguments');
    }
    resolve = first;
    reject = second;
  });
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

/** Resolves with what `work` gives, or rejects with what it throws; says which. */
export function settleWith(
  core: Core,
  { resolve, reject }: ResolvingFunctions,
  work: () => unknown,
): 'return' | 'throw' {
  let result: unknown;
  try {
    result = work();
  } catch (thrown) {
    const error = core.caught(thrown);
    reject(error);
    return 'throw';
  }
  resolve(result);
  return 'return';
}

/** The same, with `work` as a strand of its own. */
export function settleAsStrand(core: Core, frame: Frame, functions: ResolvingFunctions, work: () => unknown): void {
  core.frames.run(frame);
  core.frames.settle(frame, settleWith(core, functions, work));
}

/** Invoke(promise, "then") (7.3.20): the `then` that the object has, patched or not. */
export function invokeThen(promise: unknown, ...handlers: readonly unknown[]): unknown {
  const then: unknown = isObject(promise) ? Reflect.get(promise, 'then') : undefined;
  if (typeof then !== 'function') throw new TypeError(`${describe(promise)} has no then`);
  return Reflect.apply(then, promise, handlers);
}
