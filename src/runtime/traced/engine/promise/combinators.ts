// Promise.all, allSettled, any and race, step by step as in ECMA-262 section 27.2.4.
import type { Core } from '../core.ts';
import { isObject } from '../object.ts';
import { describeTyped, thenOf } from './capability.ts';
import type { Capability } from './capability.ts';

/** What a combinator does with one element and, once all have been started, with none left. */
interface Plan {
  readonly each: (promise: unknown) => void;
  readonly started: () => void;
}

type Name = 'all' | 'allSettled' | 'any' | 'race';
type Combinator = (this: unknown, iterable: Iterable<unknown>) => object;

/** The four static methods. */
export function combinators(core: Core, capabilityOf: (constructor: unknown) => Capability): Record<Name, Combinator> {
  /** Resolves every element with the class's own `resolve` and hands it to the plan. */
  const combine = (
    name: Name,
    constructor: unknown,
    iterable: Iterable<unknown>,
    plan: (capability: Capability) => Plan,
  ) => {
    if (!isObject(constructor)) throw new TypeError(`Promise.${name} called on non-object`);
    const capability = capabilityOf(constructor);
    try {
      const resolve: unknown = Reflect.get(constructor, 'resolve');
      if (typeof resolve !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
      requireIterable(iterable);
      const { each, started } = plan(hidden(name, capability));
      for (const element of iterable) each(Reflect.apply(resolve, constructor, [element]));
      started();
    } catch (error) {
      core.rethrowHalt();
      capability.reject(error);
    }
    return capability.promise;
  };
  const hidden = (name: Name, { promise, resolve, reject }: Capability): Capability => {
    const label = () => `settle Promise.${name}`;
    return { promise, resolve: core.hide(resolve, label), reject: core.hide(reject, label) };
  };
  return {
    all(iterable) {
      return combine('all', this, iterable, ({ resolve, reject }) => {
        const results = collect(core, 'all', resolve);
        return { each: (promise) => thenOf(promise, results.slot(), reject), started: results.started };
      });
    },
    allSettled(iterable) {
      return combine('allSettled', this, iterable, ({ resolve }) => {
        const results = collect(core, 'allSettled', resolve);
        const collecting = labelOf('allSettled');
        const each = (promise: unknown) => {
          const settle = results.slot();
          const fulfilled = core.hide((value: unknown) => settle({ status: 'fulfilled', value }), collecting);
          const rejected = core.hide((reason: unknown) => settle({ status: 'rejected', reason }), collecting);
          thenOf(promise, fulfilled, rejected);
        };
        return { each, started: results.started };
      });
    },
    any(iterable) {
      return combine('any', this, iterable, ({ resolve, reject }) => {
        const errors = collect(core, 'any', (all) => reject(new AggregateError(all, 'All promises were rejected')));
        return { each: (promise) => thenOf(promise, resolve, errors.slot()), started: errors.started };
      });
    },
    race(iterable) {
      return combine('race', this, iterable, ({ resolve, reject }) => ({
        each: (promise) => thenOf(promise, resolve, reject),
        started: () => {},
      }));
    },
  };
}

function requireIterable(value: unknown): void {
  if (typeof value === 'string') return;
  if (isObject(value) && Reflect.get(value, Symbol.iterator) != null) return;
  throw new TypeError(`${describeTyped(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
}

/** Values in the order of the elements, given to `done` once every slot is filled and all elements have been started. */
function collect(core: Core, name: Name, done: (values: unknown[]) => void) {
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
      }, labelOf(name));
    },
    started: finish,
  };
}

function labelOf(name: Name): () => string {
  return () => `collect a result for Promise.${name}`;
}
