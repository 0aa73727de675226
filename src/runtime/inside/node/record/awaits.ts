// What stands behind a promise that a strand awaits, where it is known: a timer, the end of a Worker, an async function of the
// program, a function of Node. Promises are looked up, never changed.
import events from 'node:events';
import fsPromises from 'node:fs/promises';
import timersPromises from 'node:timers/promises';
import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { LiveWait } from '../../../real/record/records.ts';
import type { Strand } from '../observe/strands.ts';
import { replace } from '../shared/replace.ts';
import type { Call } from '../shared/replace.ts';
import { childStrand } from './child-strand.ts';

export class Awaits {
  readonly #waits = new WeakMap<object, LiveWait>();
  readonly #strands = new WeakMap<object, Strand>();
  readonly #keyOf: (strand: Strand) => string | undefined;
  #newest: object | undefined;

  /** `keyOf`: the key of a strand that has not ended. */
  constructor(keyOf: (strand: Strand) => string | undefined) {
    this.#keyOf = keyOf;
  }

  /** `promise` is fulfilled when what is said has come. */
  note(promise: unknown, on: LiveWait): void {
    if (types.isPromise(promise)) this.#waits.set(promise, on);
  }

  /** An async function starts: its promise was made last, unless the default value of a parameter made another one. */
  begins(strand: Strand): void {
    if (this.#newest) this.#strands.set(this.#newest, strand);
  }

  /** For what `strand` waits when it awaits `value`. */
  on(value: unknown, strand: Strand): LiveWait {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || !('then' in value)) return { kind: 'await', what: 'value' };
    if (!types.isPromise(value)) return { kind: 'await', what: 'thenable' };
    if (this.#strands.get(value) === strand) this.#strands.delete(value); // no strand awaits itself
    return this.#known(value) ?? { kind: 'await', what: 'promise' };
  }

  #known(promise: object): LiveWait | undefined {
    const strand = this.#strands.get(promise);
    const key = strand && this.#keyOf(strand);
    return key === undefined ? this.#waits.get(promise) : { kind: 'strand', strand: key, how: 'await' };
  }

  /** What is known of all `promises`, or of none. */
  #all(call: 'Promise.all' | 'Promise.allSettled', promises: unknown): LiveWait {
    const known = Array.isArray(promises)
      ? promises.map((one: unknown) => (types.isPromise(one) ? this.#known(one) : undefined))
      : [];
    const strands = known.flatMap((one) => (one?.kind === 'strand' ? [one.strand] : []));
    return { kind: 'group', call, ...(strands.length > 0 && strands.length === known.length && { strands }) };
  }

  /** From now on functions of Node that return promises are known by name. */
  watch(): void {
    promiseHooks.onInit((promise: object) => {
      this.#newest = promise;
    });
    const named = (call: Call, on: LiveWait): unknown => {
      const promise = call.go();
      this.note(promise, on);
      return promise;
    };
    replace(timersPromises, ['setTimeout'], (call) => named(call, { kind: 'sleep', ms: delayOf(call.values[0]) }));
    replace(timersPromises, ['setImmediate'], (call) => named(call, { kind: 'call', name: 'setImmediate' }));
    for (const name of ['all', 'allSettled'] as const)
      replace(Promise, [name], (call) => named(call, this.#all(`Promise.${name}`, call.values[0])));
    for (const name of ['any', 'race'] as const)
      replace(Promise, [name], (call) => named(call, { kind: 'group', call: `Promise.${name}` }));
    replace(fsPromises, Object.keys(fsPromises), (call) => named(call, { kind: 'call', name: call.name }));
    replace(events, ['once'], (call) => {
      const [emitter, name] = call.values;
      return named(call, (name === 'exit' ? childStrand(emitter) : undefined) ?? { kind: 'event', name: String(name) });
    });
  }
}

/** ms; what is no number of them counts as none. */
function delayOf(value: unknown): number {
  const ms = Number(value);
  return ms > 0 && ms < Infinity ? ms : 0;
}
