// What `for await` and `yield*` iterate over: async iterators, and sync ones wrapped (Async-from-Sync Iterator Objects,
// ECMA-262 27.1.5).
import type { Core } from '../core.ts';
import { describe } from '../describe.ts';
import type { Capability } from '../promise/capability.ts';
import { askedAt } from '../asked.ts';
import type { Promises } from '../promise/promises.ts';
import type { PromiseOperations } from '../promise/operations.ts';
import type { PromiseSlot } from '../promise/slot.ts';
import { isObject } from '../object.ts';

type Method = (...args: unknown[]) => unknown;

/** An iterator whose `next` was looked up once. */
export interface OpenIterator {
  next(...args: unknown[]): unknown;
  /** `return` or `throw`, looked up now; undefined if the iterator has none. */
  method(name: 'return' | 'throw'): Method | undefined;
}

export class AsyncIterators {
  readonly #core: Core;
  readonly #operations: PromiseOperations;
  readonly #promises: Promises;

  constructor(core: Core, operations: PromiseOperations, promises: Promises) {
    this.#core = core;
    this.#operations = operations;
    this.#promises = promises;
  }

  /** GetIterator(value, async) (7.4.4): the async iterator, else the sync one; throws `message` for a value without both. */
  open(iterable: unknown, message: string): OpenIterator {
    if (iterable == null) {
      throw new TypeError(`Cannot read properties of ${String(iterable)} (reading 'Symbol(Symbol.asyncIterator)')`);
    }
    const async = methodOf(iterable, Symbol.asyncIterator, message);
    if (async) return opened(objectOnly(async(), 'Result of the Symbol.asyncIterator method is not an object'));
    const sync = methodOf(iterable, Symbol.iterator, message);
    if (!sync) throw new TypeError(message);
    return this.#createAsyncFromSyncIterator(
      opened(objectOnly(sync(), 'Result of the Symbol.iterator method is not an object')),
    );
  }

  /** CreateAsyncFromSyncIterator (27.1.5.1) with its next, return and throw. */
  #createAsyncFromSyncIterator(inner: OpenIterator): OpenIterator {
    const answer = (step: (capability: Capability) => unknown, closes: boolean) => {
      const capability = this.#promises.newPromiseCapability();
      try {
        const result = step(capability);
        if (capability.slot.state === 'pending')
          this.#continuation(objectOnly(result), capability, closes ? inner : undefined);
      } catch (thrown) {
        const error = this.#core.caught(thrown);
        capability.reject(error);
      }
      return capability.promise;
    };
    return {
      next: (...args) => answer(() => inner.next(...args), true),
      method: (name) => (value: unknown) =>
        answer(({ resolve }) => {
          const method = inner.method(name);
          if (method) return method(value);
          // without a return() there is nothing to wait for
          if (name === 'return') return resolve({ value, done: true });
          inner.method('return')?.();
          throw new TypeError("The iterator does not provide a 'throw' method.");
        }, name === 'throw'),
    };
  }

  /**
   * AsyncFromSyncIteratorContinuation (27.1.5.4): settles with the awaited value of a sync result; a value that is rejected
   * closes the iterator.
   */
  #continuation(result: object, capability: Capability, inner: OpenIterator | undefined): void {
    const done = Boolean(Reflect.get(result, 'done'));
    const value: unknown = Reflect.get(result, 'value');
    const fail = (error: unknown) => {
      if (!done) this.#closeQuietly(inner);
      capability.reject(error);
    };
    const line = this.#core.frames.line();
    let slot: PromiseSlot;
    try {
      slot = this.#promises.promiseResolve(value);
    } catch (thrown) {
      const error = this.#core.caught(thrown);
      return fail(error);
    }
    this.#operations.performPromiseThen(slot, {
      run: (state, settled) => (state === 'fulfilled' ? capability.resolve({ value: settled, done }) : fail(settled)),
      what: () => ({ kind: 'engine', does: 'value of iterator', ...askedAt(line) }),
    });
  }

  #closeQuietly(inner: OpenIterator | undefined): void {
    try {
      inner?.method('return')?.();
    } catch {
      this.#core.rethrowHalt();
    }
  }
}

function opened(iterator: object): OpenIterator {
  const next: unknown = Reflect.get(iterator, 'next');
  return {
    next: (...args) => {
      if (typeof next !== 'function') throw new TypeError(`${describe(next)} is not a function`);
      return Reflect.apply(next, iterator, args) as unknown;
    },
    method: (name) => methodOf(iterator, name, `${name} is not a function`),
  };
}

/** GetMethod (7.3.10): undefined for undefined and null; throws `message` for what is no function. */
function methodOf(value: unknown, key: PropertyKey, message: string): Method | undefined {
  const holder: unknown = isObject(value) ? value : Object(value);
  const method: unknown = isObject(holder) ? Reflect.get(holder, key, value) : undefined;
  if (method == null) return undefined;
  if (typeof method !== 'function') throw new TypeError(message);
  return (...args) => Reflect.apply(method, value, args) as unknown;
}

export function objectOnly(value: unknown, message = `Iterator result ${String(value)} is not an object`): object {
  if (!isObject(value)) throw new TypeError(message);
  return value;
}
