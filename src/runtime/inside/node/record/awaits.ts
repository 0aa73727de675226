// What stands behind a promise that a strand awaits, where it is known: a timer, the end of a Worker, an async function of the
// program, a function of Node. Promises are looked up, never changed.
import events from 'node:events';
import fsPromises from 'node:fs/promises';
import timersPromises from 'node:timers/promises';
import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { Strand } from '../observe/strands.ts';
import { replace } from '../shared/replace.ts';
import type { Call } from '../shared/replace.ts';
import { childStrand } from './child-strand.ts';

interface Target {
  readonly thing: 'strand' | 'worker' | 'process';
  /** The key of a strand. */
  readonly id: string;
}

/** As a `suspend` record says it: in words, by another strand, or by all those whose end is awaited at once. */
export type On = string | Target | { readonly call: string; readonly of: readonly Target[] };

export class Awaits {
  readonly #words = new WeakMap<object, On>();
  readonly #strands = new WeakMap<object, Strand>();
  readonly #keyOf: (strand: Strand) => string | undefined;
  #newest: object | undefined;

  /** `keyOf`: the key of a strand that has not ended. */
  constructor(keyOf: (strand: Strand) => string | undefined) {
    this.#keyOf = keyOf;
  }

  /** `promise` is fulfilled when what is said has come. */
  note(promise: unknown, on: On): void {
    if (types.isPromise(promise)) this.#words.set(promise, on);
  }

  /** An async function starts: its promise was made last, unless the default value of a parameter made another one. */
  begins(strand: Strand): void {
    if (this.#newest) this.#strands.set(this.#newest, strand);
  }

  /** For what `strand` waits when it awaits `value`. */
  on(value: unknown, strand: Strand): On {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || !('then' in value)) return 'value';
    if (!types.isPromise(value)) return 'thenable';
    if (this.#strands.get(value) === strand) this.#strands.delete(value); // no strand awaits itself
    return this.#known(value) ?? 'await';
  }

  #known(promise: object): On | undefined {
    const strand = this.#strands.get(promise);
    const key = strand && this.#keyOf(strand);
    return key === undefined ? this.#words.get(promise) : { thing: 'strand', id: key };
  }

  /** What is known of all `promises`, or of none. */
  #all(call: string, promises: unknown): On {
    const known = Array.isArray(promises)
      ? promises.map((one: unknown) => (types.isPromise(one) ? this.#known(one) : undefined))
      : [];
    const of = known.filter((one) => typeof one === 'object' && 'thing' in one);
    return of.length > 0 && of.length === known.length ? { call, of } : call;
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
    replace(Promise, ['all', 'allSettled'], (call) => named(call, this.#all(`Promise.${call.name}`, call.values[0])));
    replace(Promise, ['any', 'race'], (call) => named(call, `Promise.${call.name}`));
    replace(fsPromises, Object.keys(fsPromises), (call) => named(call, call.name));
    replace(events, ['once'], (call) => {
      const [emitter, name] = call.values;
      return named(call, (name === 'exit' ? childStrand(emitter) : undefined) ?? `event ${String(name)}`);
    });
  }
}
