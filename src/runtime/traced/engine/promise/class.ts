// The Promise that a program sees: ECMA-262 section 27.2 over the engine's own states and queues. One class per run,
// so that a program may patch it or extend it.
import { describe, describeTyped, foreignCapability, settleWith, thenOf } from './capability.ts';
import type { Capability, Executor } from './capability.ts';
import type { Core } from '../core.ts';
import { combinators } from './combinators.ts';
import { named } from '../named.ts';
import { isObject } from '../object.ts';
import type { PromiseSlot, PromiseStates } from './state.ts';
import { react } from './reactions.ts';

type PromiseConstructor = new (executor: Executor) => object;

/** What the rest of the engine does with promises. */
export interface Promises {
  readonly constructor_: PromiseConstructor;
  /** The engine's state of a promise; undefined for anything else. */
  slotOf(value: unknown): PromiseSlot | undefined;
  /** A capability of the class itself. */
  create(): Capability & { readonly slot: PromiseSlot };
  /** PromiseResolve of the standard: the promise itself, else one that adopts the value. */
  resolved(value: unknown): PromiseSlot;
  /** `promise.finally(work)` with a handler of the engine's own. */
  finally(promise: object, work: () => void): unknown;
}

const internal = Symbol('internal');
const passing = () => 'pass the result on by finally';
const customInspect = Symbol.for('nodejs.util.inspect.custom');

export function createPromises(core: Core, states: PromiseStates): Promises {
  let slotOf: Promises['slotOf'] = () => undefined;

  class Promise {
    readonly #slot: PromiseSlot;

    static {
      named('Promise', this);
      slotOf = (value) => (isObject(value) && #slot in value ? value.#slot : undefined);
    }

    constructor(executor: Executor | typeof internal) {
      this.#slot = states.create(this);
      if (executor === internal) return;
      if (typeof executor !== 'function') {
        throw new TypeError(`Promise resolver ${describe(executor)} is not a function`);
      }
      const { resolve, reject } = states.resolvers(this.#slot);
      try {
        executor(resolve, reject);
      } catch (error) {
        core.rethrowHalt();
        reject(error);
      }
    }

    static get [Symbol.species](): unknown {
      return this;
    }

    then(onFulfilled?: unknown, onRejected?: unknown): object {
      const slot = slotOf(this);
      if (!slot) throw new TypeError(`Method Promise.prototype.then called on incompatible receiver ${describe(this)}`);
      const capability = capabilityOf(speciesOf(this));
      react(core, states, slot, { fulfilled: onFulfilled, rejected: onRejected }, capability);
      return capability.promise;
    }

    catch(onRejected?: unknown): unknown {
      return this.then(undefined, onRejected);
    }

    finally(onFinally?: unknown): unknown {
      return finallyWith(this, onFinally);
    }

    static resolve(value?: unknown): object {
      return resolveWith(this, value);
    }

    static reject(reason?: unknown): object {
      const capability = capabilityOf(this);
      capability.reject(reason);
      return capability.promise;
    }

    static withResolvers(): Capability {
      const { promise, resolve, reject } = capabilityOf(this);
      return { promise, resolve, reject };
    }

    static try(work: unknown, ...args: unknown[]): object {
      const capability = capabilityOf(this);
      settleWith(core, capability, () => {
        if (typeof work !== 'function') throw new TypeError(`${describeTyped(work)} is not a function`);
        return Reflect.apply(work, undefined, args) as unknown;
      });
      return capability.promise;
    }

    get [Symbol.toStringTag](): string {
      return 'Promise';
    }

    /** Formatters show it as they show the host's own. */
    [customInspect](_: unknown, options: unknown, inspect: (value: unknown, options: unknown) => string): unknown {
      const name = this.constructor === Promise ? 'Promise' : `${this.constructor.name} [Promise]`;
      const { state, value } = this.#slot;
      if (state === 'pending') return `${name} { <pending> }`;
      return `${name} { ${state === 'rejected' ? '<rejected> ' : ''}${inspect(value, options)} }`;
    }
  }

  /** `hidden`: the handler is the engine's own. */
  function finallyWith(promise: object, onFinally: unknown, hidden = false): unknown {
    if (typeof onFinally !== 'function') return thenOf(promise, onFinally, onFinally);
    const constructor = speciesOf(promise);
    const after = (outcome: () => unknown) => {
      const result: unknown = Reflect.apply(onFinally, undefined, []);
      return thenOf(resolveWith(constructor, result), core.hide(outcome, passing));
    };
    const own = <F extends object>(handler: F) =>
      hidden ? core.hide(handler, passing) : named(onFinally.name || 'finally', handler);
    return thenOf(
      promise,
      own((value: unknown) => after(() => value)),
      own((reason: unknown) =>
        after(() => {
          throw reason;
        }),
      ),
    );
  }

  function capabilityOf(constructor: unknown): Capability {
    return constructor === Promise ? create() : foreignCapability(constructor);
  }

  function create(): ReturnType<Promises['create']> {
    const promise = new Promise(internal);
    const slot = slotOf(promise);
    if (!slot) throw new TypeError('a promise without a state');
    const { resolve, reject } = states.resolvers(slot);
    return { promise, slot, resolve, reject };
  }

  function resolveWith(constructor: unknown, value: unknown): object {
    if (!isObject(constructor)) throw new TypeError('PromiseResolve called on non-object');
    if (slotOf(value) && isObject(value) && value.constructor === constructor) return value;
    const capability = capabilityOf(constructor);
    capability.resolve(value);
    return capability.promise;
  }

  function resolved(value: unknown): PromiseSlot {
    const slot = slotOf(resolveWith(Promise, value));
    if (!slot) throw new TypeError('a promise without a state');
    return slot;
  }

  function speciesOf(promise: object): unknown {
    const constructor: unknown = Reflect.get(promise, 'constructor');
    const species: unknown = isObject(constructor) ? Reflect.get(constructor, Symbol.species) : undefined;
    return species ?? Promise;
  }

  const then: unknown = Reflect.get(Promise.prototype, 'then');
  states.adopted = (value, called) => (called === then ? slotOf(value) : undefined);
  for (const [name, value] of Object.entries(combinators(core, capabilityOf))) {
    Object.defineProperty(Promise, name, { value, writable: true, configurable: true });
  }
  return {
    constructor_: Promise,
    slotOf: (value) => slotOf(value),
    create,
    resolved,
    finally: (promise, work) => finallyWith(promise, work, true),
  };
}
