// The static methods of Promise that take one value (ECMA-262 27.2.4.6 to 27.2.4.9); those over many are in
// combinators.ts.
import { settleWith } from './capability.ts';
import type { Capability, PromiseIntrinsics } from './capability.ts';
import type { Core } from '../core.ts';
import { describeTyped } from '../describe.ts';

/** `this` is the class on which a method is called: Promise, or one that extends it. */
export function statics(core: Core, promises: PromiseIntrinsics) {
  return {
    resolve(this: unknown, value?: unknown): object {
      return promises.promiseResolveWith(this, value);
    },

    reject(this: unknown, reason?: unknown): object {
      const capability = promises.capabilityOf(this);
      capability.reject(reason);
      return capability.promise;
    },

    withResolvers(this: unknown): Capability {
      const { promise, resolve, reject } = promises.capabilityOf(this);
      return { promise, resolve, reject };
    },

    try(this: unknown, work: unknown, ...args: unknown[]): object {
      const capability = promises.capabilityOf(this);
      settleWith(core, capability, () => {
        if (typeof work !== 'function') throw new TypeError(`${describeTyped(work)} is not a function`);
        return Reflect.apply(work, undefined, args) as unknown;
      });
      return capability.promise;
    },
  };
}
