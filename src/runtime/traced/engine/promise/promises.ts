// What the rest of the engine does with promises of the program's own class.
import { newPromiseCapability } from './capability.ts';
import type { Capability, PromiseIntrinsics } from './capability.ts';
import { combinators } from './combinators.ts';
import { internal, promiseConstructor } from './constructor.ts';
import type { PromiseConstructor } from './constructor.ts';
import type { Core } from '../core.ts';
import { promiseFinally } from './finally.ts';
import { addMethods } from '../methods.ts';
import { isObject } from '../object.ts';
import type { PromiseOperations } from './operations.ts';
import type { PromiseSlot } from './slot.ts';
import { statics } from './statics.ts';

/** A capability whose promise is the engine's own. */
export type OwnCapability = Capability & { readonly slot: PromiseSlot };

export class Promises implements PromiseIntrinsics {
  /** %Promise% */
  readonly intrinsic: PromiseConstructor;
  /** The engine's state of a promise; undefined for anything else. */
  readonly slotOf: (value: unknown) => PromiseSlot | undefined;
  readonly #core: Core;
  readonly #operations: PromiseOperations;

  constructor(core: Core, operations: PromiseOperations) {
    this.#core = core;
    this.#operations = operations;
    const { Promise, slotOf } = promiseConstructor(core, operations, this);
    addMethods(Promise, { ...statics(core, this), ...combinators(core, this) });
    this.intrinsic = Promise;
    this.slotOf = slotOf;
    const then: unknown = Reflect.get(Promise.prototype, 'then');
    operations.adopted = (value, called) => (called === then ? slotOf(value) : undefined);
  }

  /** NewPromiseCapability(%Promise%) (ECMA-262 27.2.1.5). */
  newPromiseCapability(): OwnCapability {
    const promise = new this.intrinsic(internal);
    const slot = this.#slotOf(promise);
    const { resolve, reject } = this.#operations.createResolvingFunctions(slot);
    return { promise, slot, resolve, reject };
  }

  /** NewPromiseCapability(constructor) */
  capabilityOf(constructor: unknown): Capability {
    return constructor === this.intrinsic ? this.newPromiseCapability() : newPromiseCapability(constructor);
  }

  /** PromiseResolve(%Promise%, value) (27.2.4.7.1): the promise itself, else one that adopts the value. */
  promiseResolve(value: unknown): PromiseSlot {
    return this.#slotOf(this.promiseResolveWith(this.intrinsic, value));
  }

  /** PromiseResolve(constructor, value) */
  promiseResolveWith(constructor: unknown, value: unknown): object {
    if (!isObject(constructor)) throw new TypeError('PromiseResolve called on non-object');
    if (this.slotOf(value) && isObject(value) && value.constructor === constructor) return value;
    const capability = this.capabilityOf(constructor);
    capability.resolve(value);
    return capability.promise;
  }

  /** SpeciesConstructor(promise, %Promise%) (7.3.22). */
  speciesConstructor(promise: object): unknown {
    const constructor: unknown = Reflect.get(promise, 'constructor');
    if (constructor === undefined) return this.intrinsic;
    if (!isObject(constructor)) throw new TypeError('The .constructor property is not an object');
    return Reflect.get(constructor, Symbol.species) ?? this.intrinsic;
  }

  /** `promise.finally(work)` with a handler of the engine's own. */
  finally(promise: object, work: () => void): unknown {
    return promiseFinally(this.#core, this, promise, work, true);
  }

  #slotOf(promise: object): PromiseSlot {
    const slot = this.slotOf(promise);
    if (!slot) throw new TypeError('a promise without a state');
    return slot;
  }
}
