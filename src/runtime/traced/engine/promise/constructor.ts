// %Promise% and its prototype (ECMA-262 27.2.3 and 27.2.5), as a program sees them. One class per run, so that a program
// may patch it or extend it.
import type { Executor, PromiseIntrinsics, ResolvingFunctions } from './capability.ts';
import type { Core } from '../core.ts';
import { describe } from '../describe.ts';
import { named } from '../named.ts';
import { isObject } from '../object.ts';
import type { PromiseOperations } from './operations.ts';
import { promiseFinally } from './finally.ts';
import { reactionOf } from './reactions.ts';
import type { PromiseSlot } from './slot.ts';

/** Given in place of an executor where the engine itself makes a promise. */
export const internal = Symbol('internal');
const customInspect = Symbol.for('nodejs.util.inspect.custom');

export type PromiseConstructor = new (executor: Executor | typeof internal) => object;

/** A new class, and what tells its objects from all others. */
export function promiseConstructor(core: Core, operations: PromiseOperations, promises: PromiseIntrinsics) {
  let slotOf: (value: unknown) => PromiseSlot | undefined;

  class Promise {
    readonly #slot: PromiseSlot;
    static {
      named('Promise', this);
      slotOf = (value) => (isObject(value) && #slot in value ? value.#slot : undefined);
    }

    constructor(executor: Executor | typeof internal) {
      this.#slot = operations.create(this);
      if (executor !== internal) callExecutor(core, executor, operations.createResolvingFunctions(this.#slot));
    }

    static get [Symbol.species](): unknown {
      return this;
    }

    then(onFulfilled?: unknown, onRejected?: unknown): object {
      const slot = slotOf(this);
      if (!slot) throw new TypeError(`Method Promise.prototype.then called on incompatible receiver ${describe(this)}`);
      const capability = promises.capabilityOf(promises.speciesConstructor(this));
      const reaction = reactionOf(core, slot, { fulfilled: onFulfilled, rejected: onRejected }, capability);
      operations.performPromiseThen(slot, reaction);
      return capability.promise;
    }

    catch(onRejected?: unknown): unknown {
      return this.then(undefined, onRejected);
    }

    finally(onFinally?: unknown): unknown {
      return promiseFinally(core, promises, this, onFinally);
    }

    [customInspect](_: unknown, options: unknown, inspect: Inspect): unknown {
      const name = this.constructor === Promise ? 'Promise' : `${this.constructor.name} [Promise]`;
      return shown(name, this.#slot, (value) => inspect(value, options));
    }
  }

  Object.defineProperty(Promise.prototype, Symbol.toStringTag, { value: 'Promise', configurable: true });
  return { Promise, slotOf };
}

type Inspect = (value: unknown, options: unknown) => string;

/** Promise ( executor ) (27.2.3.1): the executor runs at once, inside the constructor. */
function callExecutor(core: Core, executor: Executor, { resolve, reject }: ResolvingFunctions): void {
  if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${describe(executor)} is not a function`);
  try {
    executor(resolve, reject);
  } catch (thrown) {
    const error = core.caught(thrown);
    reject(error);
  }
}

/** Formatters show it as they show the host's own. */
function shown(name: string, { state, result }: PromiseSlot, inspect: (value: unknown) => string): string {
  if (state === 'pending') return `${name} { <pending> }`;
  return `${name} { ${state === 'rejected' ? '<rejected> ' : ''}${inspect(result)} }`;
}
