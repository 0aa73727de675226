// Promise.all, allSettled, any and race, step by step as in ECMA-262 section 27.2.4.
import type { Core } from './core.ts';
import { thenOf } from './capability.ts';
import type { Capability } from './capability.ts';

/** What a combinator does with one element and, once all have been started, with none left. */
interface Plan {
  readonly each: (promise: unknown) => void;
  readonly started: () => void;
}

type Combinator = (this: unknown, iterable: Iterable<unknown>) => object;

/** The four static methods. */
export function combinators(
  core: Core,
  capabilityOf: (constructor: unknown) => Capability,
): Record<'all' | 'allSettled' | 'any' | 'race', Combinator> {
  /** Resolves every element with the class's own `resolve` and hands it to the plan. */
  const combine = (constructor: unknown, iterable: Iterable<unknown>, plan: (capability: Capability) => Plan) => {
    const capability = capabilityOf(constructor);
    try {
      const resolve: unknown = Reflect.get(constructor as object, 'resolve');
      if (typeof resolve !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
      const { each, started } = plan(hidden(capability));
      for (const element of iterable) each(Reflect.apply(resolve, constructor, [element]));
      started();
    } catch (error) {
      core.rethrowHalt();
      capability.reject(error);
    }
    return capability.promise;
  };
  const hidden = ({ promise, resolve, reject }: Capability): Capability => {
    return { promise, resolve: core.hide(resolve), reject: core.hide(reject) };
  };
  return {
    all(iterable) {
      return combine(this, iterable, ({ resolve, reject }) => {
        const results = collect(core, resolve);
        return { each: (promise) => thenOf(promise, results.slot(), reject), started: results.started };
      });
    },
    allSettled(iterable) {
      return combine(this, iterable, ({ resolve }) => {
        const results = collect(core, resolve);
        const each = (promise: unknown) => {
          const settle = results.slot();
          const fulfilled = core.hide((value: unknown) => settle({ status: 'fulfilled', value }));
          const rejected = core.hide((reason: unknown) => settle({ status: 'rejected', reason }));
          thenOf(promise, fulfilled, rejected);
        };
        return { each, started: results.started };
      });
    },
    any(iterable) {
      return combine(this, iterable, ({ resolve, reject }) => {
        const errors = collect(core, (all) => reject(new AggregateError(all, 'All promises were rejected')));
        return { each: (promise) => thenOf(promise, resolve, errors.slot()), started: errors.started };
      });
    },
    race(iterable) {
      return combine(this, iterable, ({ resolve, reject }) => ({
        each: (promise) => thenOf(promise, resolve, reject),
        started: () => {},
      }));
    },
  };
}

/** Values in the order of the elements, given to `done` once every slot is filled and all elements have been started. */
function collect(core: Core, done: (values: unknown[]) => void) {
  const values: unknown[] = [];
  let left = 1;
  const finish = () => {
    if (--left === 0) done(values);
  };
  return {
    slot: () => {
      const index = values.push(undefined) - 1;
      let called = false;
      left++;
      return core.hide((value: unknown) => {
        if (called) return;
        called = true;
        values[index] = value;
        finish();
      });
    },
    started: finish,
  };
}
