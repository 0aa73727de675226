// What stands behind a promise that a lane awaits, where it is known: a timer, the end of a Worker, an async function of the
// program, a function of Node. Promises are looked up, never changed.
import events from 'node:events';
import fsPromises from 'node:fs/promises';
import timersPromises from 'node:timers/promises';
import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { Lane } from '../../node/observe/lanes.ts';
import { childLane } from './children.ts';
import { replace } from './replace.ts';
import type { Call } from './replace.ts';

/** As a `suspend` record says it: in words, or by the key of another lane. */
export type On = string | { readonly thing: 'lane' | 'worker' | 'process'; readonly id: string };

export class Awaits {
  readonly #words = new WeakMap<object, On>();
  readonly #lanes = new WeakMap<object, Lane>();
  #newest: object | undefined;

  /** `promise` is fulfilled when what is said has come. */
  note(promise: unknown, on: On): void {
    if (types.isPromise(promise)) this.#words.set(promise, on);
  }

  /** An async function starts: its promise was made last, unless the default value of a parameter made another one. */
  begins(lane: Lane): void {
    if (this.#newest) this.#lanes.set(this.#newest, lane);
  }

  /** For what `lane` waits when it awaits `value`. `keyOf`: the key of a lane that has not ended. */
  on(value: unknown, lane: Lane, keyOf: (lane: Lane) => string | undefined): On {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || !('then' in value)) return 'value';
    if (!types.isPromise(value)) return 'thenable';
    if (this.#lanes.get(value) === lane) this.#lanes.delete(value); // no lane awaits itself
    const awaited = this.#lanes.get(value);
    const key = awaited && keyOf(awaited);
    return key === undefined ? (this.#words.get(value) ?? 'await') : { thing: 'lane', id: key };
  }

  /** From now on functions of Node that return promises are known by name. */
  watch(): void {
    promiseHooks.onInit((promise: object) => {
      this.#newest = promise;
    });
    const named = (call: Call, on: On): unknown => {
      const promise = call.go();
      this.note(promise, on);
      return promise;
    };
    replace(timersPromises, ['setTimeout'], (call) => named(call, `sleep(${(Number(call.values[0]) || 0) / 1000})`));
    replace(timersPromises, ['setImmediate'], (call) => named(call, 'setImmediate'));
    replace(Promise, ['all', 'allSettled', 'any', 'race'], (call) => named(call, `Promise.${call.name}`));
    replace(fsPromises, Object.keys(fsPromises), (call) => named(call, call.name));
    replace(events, ['once'], (call) => {
      const [emitter, name] = call.values;
      return named(call, (name === 'exit' ? childLane(emitter) : undefined) ?? `event ${String(name)}`);
    });
  }
}
