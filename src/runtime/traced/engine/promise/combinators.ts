// Promise.all, allSettled, any and race, step by step as in ECMA-262 27.2.4.1, .2, .3 and .5.
import { askedAt } from '../asked.ts';
import type { Core, JobAt } from '../core.ts';
import { describeTyped } from '../describe.ts';
import { isObject } from '../object.ts';
import { invokeThen } from './capability.ts';
import type { Capability, PromiseIntrinsics } from './capability.ts';

/** What a combinator does with one element and, once all have been started, with none left. */
interface Plan {
  readonly each: (promise: unknown) => void;
  readonly started: () => void;
}

type Name = 'all' | 'allSettled' | 'any' | 'race';
type Combinator = (this: unknown, iterable: Iterable<unknown>) => object;
type Perform = (core: Core, capability: Capability) => Plan;

/** The four static methods. */
export function combinators(core: Core, promises: PromiseIntrinsics): Record<Name, Combinator> {
  return {
    all(iterable) {
      return combine(core, promises, 'all', this, iterable, performPromiseAll);
    },
    allSettled(iterable) {
      return combine(core, promises, 'allSettled', this, iterable, performPromiseAllSettled);
    },
    any(iterable) {
      return combine(core, promises, 'any', this, iterable, performPromiseAny);
    },
    race(iterable) {
      return combine(core, promises, 'race', this, iterable, performPromiseRace);
    },
  };
}

/** What the four have in common: every element goes through the class's own `resolve` and is handed to the plan. */
function combine(
  core: Core,
  promises: PromiseIntrinsics,
  name: Name,
  constructor: unknown,
  iterable: Iterable<unknown>,
  perform: Perform,
): object {
  if (!isObject(constructor)) throw new TypeError(`Promise.${name} called on non-object`);
  const capability = promises.capabilityOf(constructor);
  try {
    const resolve = getPromiseResolve(constructor);
    requireIterable(iterable);
    const { each, started } = perform(core, hidden(core, name, capability));
    for (const element of iterable) each(Reflect.apply(resolve, constructor, [element]));
    started();
  } catch (thrown) {
    const error = core.caught(thrown);
    capability.reject(error);
  }
  return capability.promise;
}

/** PerformPromiseAll (27.2.4.1.2): resolves with the last value that was missing; rejects with the first error. */
function performPromiseAll(core: Core, { resolve, reject }: Capability): Plan {
  const values = new Results(core, 'all', resolve);
  return { each: (promise) => invokeThen(promise, values.resolveElement(), reject), started: () => values.finish() };
}

/** PerformPromiseAllSettled (27.2.4.2.1): resolves with the last outcome that was missing; never rejects by an element. */
function performPromiseAllSettled(core: Core, { resolve }: Capability): Plan {
  const outcomes = new Results(core, 'allSettled', resolve);
  const collecting = combining('allSettled', 'collect');
  const each = (promise: unknown) => {
    const settle = outcomes.resolveElement();
    const fulfilled = core.hide((value: unknown) => settle({ status: 'fulfilled', value }), collecting);
    const rejected = core.hide((reason: unknown) => settle({ status: 'rejected', reason }), collecting);
    invokeThen(promise, fulfilled, rejected);
  };
  return { each, started: () => outcomes.finish() };
}

/** PerformPromiseAny (27.2.4.3.1): resolves with the first value; rejects with the last error that was missing. */
function performPromiseAny(core: Core, { resolve, reject }: Capability): Plan {
  const errors = new Results(core, 'any', (all) => reject(new AggregateError(all, 'All promises were rejected')));
  return { each: (promise) => invokeThen(promise, resolve, errors.resolveElement()), started: () => errors.finish() };
}

/**
 * PerformPromiseRace (27.2.4.5.1): Promise.race settles first. Every element gets the same two functions of the result, and
 * of those only the first call counts (CreateResolvingFunctions, operations.ts). That call comes from the first reaction
 * job: of elements that are settled already the first in the list wins, of others the one that settles first. Nobody
 * cancels the losers: they run on, and their results are dropped.
 */
function performPromiseRace(_: Core, { resolve, reject }: Capability): Plan {
  return { each: (promise) => invokeThen(promise, resolve, reject), started: () => {} };
}

/** The capability with its functions marked as the engine's own. */
function hidden(core: Core, name: Name, { promise, resolve, reject }: Capability): Capability {
  const settling = combining(name, 'settle');
  return { promise, resolve: core.hide(resolve, settling), reject: core.hide(reject, settling) };
}

/** GetPromiseResolve (27.2.4.1.1). */
function getPromiseResolve(constructor: object): (...args: unknown[]) => unknown {
  const resolve: unknown = Reflect.get(constructor, 'resolve');
  if (typeof resolve !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
  return resolve as (...args: unknown[]) => unknown;
}

function requireIterable(value: unknown): void {
  if (typeof value === 'string') return;
  if (value != null && Reflect.get(Object(value) as object, Symbol.iterator, value) != null) return;
  throw new TypeError(`${describeTyped(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
}

/** Values in the order of the elements, given to `done` once every one is there and all elements have been started. */
class Results {
  readonly #core: Core;
  readonly #name: Name;
  readonly #done: (values: unknown[]) => void;
  readonly #values: unknown[] = [];
  /** remainingElementsCount of the standard: one more than the elements that are open, until all have been started. */
  #remaining = 1;

  constructor(core: Core, name: Name, done: (values: unknown[]) => void) {
    this.#core = core;
    this.#name = name;
    this.#done = done;
  }

  /** A resolve element function of PerformPromiseAll (27.2.4.1.2): the handler that keeps the next element's value. */
  resolveElement(): (value: unknown) => void {
    const index = this.#values.push(undefined) - 1;
    let alreadyCalled = false;
    this.#remaining++;
    return this.#core.hide(
      (value: unknown) => {
        if (alreadyCalled) return;
        alreadyCalled = true;
        this.#values[index] = value;
        this.finish();
      },
      combining(this.#name, 'collect'),
    );
  }

  finish(): void {
    if (--this.#remaining === 0) this.#done(this.#values);
  }
}

function combining(name: Name, does: 'collect' | 'settle'): JobAt {
  return (line) => ({ kind: 'combine', call: `Promise.${name}`, does, ...askedAt(line) });
}
