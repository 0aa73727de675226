// The objects that calls of async generators give, and what they inherit from: %AsyncIteratorPrototype% (ECMA-262 27.1.4) and
// %AsyncGeneratorPrototype% (27.6.1). One set per run.
import type { AsyncGeneratorState } from './generator.ts';
import { describe } from '../describe.ts';
import { named } from '../named.ts';
import { isObject } from '../object.ts';
import type { Promises } from '../promise/promises.ts';
import type { PromiseOperations } from '../promise/operations.ts';

export interface AsyncGeneratorObjects {
  readonly prototype: object;
  /** Wraps a state in an object that inherits from `prototype`, or from this one where that is none. */
  readonly wrap: (state: AsyncGeneratorState, prototype?: unknown) => object;
}

export interface GeneratorRealm {
  readonly promises: Promises;
  readonly operations: PromiseOperations;
  /** %AsyncGeneratorFunction.prototype% */
  readonly functions: object;
}

export function asyncGeneratorClass(realm: GeneratorRealm): AsyncGeneratorObjects {
  const states = new WeakMap<object, AsyncGeneratorState>();
  const prototype = Object.create(asyncIteratorPrototype(realm)) as object;
  Object.defineProperty(prototype, 'constructor', { value: realm.functions, configurable: true });
  for (const how of ['next', 'return', 'throw'] as const) {
    define(
      prototype,
      how,
      method(how, 1, (self, value) => request(realm.promises, states, how, self, value)),
    );
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: 'AsyncGenerator', configurable: true });
  Object.defineProperty(realm.functions, 'prototype', { value: prototype, configurable: true });
  return {
    prototype,
    wrap: (state, given) => {
      const made = Object.create(isObject(given) ? given : prototype) as object;
      states.set(made, state);
      return made;
    },
  };
}

/** 27.6.1.2 to 27.6.1.4: what is no async generator rejects. */
function request(
  promises: Promises,
  states: WeakMap<object, AsyncGeneratorState>,
  how: 'next' | 'return' | 'throw',
  self: unknown,
  value: unknown,
): object {
  const state = isObject(self) ? states.get(self) : undefined;
  if (state) return state.request(how, value);
  const { promise, reject } = promises.newPromiseCapability();
  const receiver = typeof self === 'function' ? 'a function' : describe(self);
  reject(new TypeError(`Method [AsyncGenerator].prototype.${how} called on incompatible receiver ${receiver}`));
  return promise;
}

function asyncIteratorPrototype(realm: GeneratorRealm): object {
  const prototype = {};
  define(
    prototype,
    Symbol.asyncIterator,
    method('[Symbol.asyncIterator]', 0, (self) => self),
  );
  define(
    prototype,
    Symbol.asyncDispose,
    method('[Symbol.asyncDispose]', 0, (self) => dispose(realm, self)),
  );
  return prototype;
}

/** %AsyncIteratorPrototype% [ @@asyncDispose ] ( ) (27.1.4.2): what `return` gives is awaited, and dropped. */
function dispose({ promises, operations }: GeneratorRealm, self: unknown): object {
  const { promise, resolve, reject } = promises.newPromiseCapability();
  try {
    const close: unknown = Reflect.get(Object(self) as object, 'return', self);
    if (close == null) resolve();
    else {
      if (typeof close !== 'function') throw new TypeError(`${describe(close)} is not a function`);
      const slot = promises.promiseResolve(Reflect.apply(close, self, [undefined]));
      operations.performPromiseThen(slot, {
        run: (state, value) => (state === 'fulfilled' ? resolve() : reject(value)),
        what: () => ({ kind: 'engine', does: 'result past disposal' }),
      });
    }
  } catch (error) {
    reject(error);
  }
  return promise;
}

/** A function that is no constructor. */
function method(name: string, length: number, work: (self: unknown, value: unknown) => unknown): object {
  const holder = {
    made(this: unknown, value?: unknown): unknown {
      return work(this, value);
    },
  };
  const made = Reflect.get(holder, 'made') as object;
  return Object.defineProperty(named(name, made), 'length', { value: length, configurable: true });
}

function define(holder: object, key: PropertyKey, value: object): void {
  Object.defineProperty(holder, key, { value, writable: true, configurable: true });
}
