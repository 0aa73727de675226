// Async functions, as ECMA-262 27.7.5 has them: the transform made a generator of each body; here it is driven, and each
// await suspends its strand until a promise is settled.
import type { Wait } from '../../../../trace/events.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import type { Promises } from '../promise/promises.ts';
import { isObject } from '../object.ts';
import type { PromiseOperations } from '../promise/operations.ts';
import type { PromiseSlot, Settled } from '../promise/slot.ts';

/** The body of a function: given its frame, a function that makes the generator. */
export type Body = (frame: Frame) => (...args: readonly unknown[]) => Generator<unknown, unknown, unknown>;

type Continue = (state: Settled, value: unknown) => void;

export class AsyncFunctions {
  readonly #core: Core;
  readonly #operations: PromiseOperations;
  readonly #promises: Promises;

  constructor(core: Core, operations: PromiseOperations, promises: Promises) {
    this.#core = core;
    this.#operations = operations;
    this.#promises = promises;
  }

  /** A call of the async function `id` (EvaluateAsyncFunctionBody, 15.8.4; AsyncFunctionStart, 27.7.5.1); gives its promise. */
  asyncFunctionStart(id: number, self: unknown, args: readonly unknown[], body: Body): object {
    const { frames } = this.#core;
    this.#core.step();
    const { name, line } = frames.info(id);
    const capability = this.#promises.newPromiseCapability();
    const { slot } = capability;
    const frame = frames.create('async function', name || 'async function', line, frames.author(), slot.id);
    slot.owner = frame;
    frames.run(frame);
    let generator: Generator;
    try {
      generator = Reflect.apply(body(frame), self, args);
    } catch (thrown) {
      const error = this.#core.caught(thrown);
      capability.reject(error);
      frames.settle(frame, 'throw');
      return capability.promise;
    }
    this.asyncBlockStart(frame, generator, capability);
    return capability.promise;
  }

  /** AsyncBlockStart (27.7.5.2): runs a strand to its end, from await to await; the first part at once. */
  asyncBlockStart(
    frame: Frame,
    generator: Generator,
    end: { resolve: (value: unknown) => void; reject: (reason: unknown) => void },
  ): void {
    const { frames } = this.#core;
    const step: Continue = (state, value) => {
      let result: IteratorResult<unknown, unknown>;
      try {
        if (state === 'rejected') {
          frames.run(frame, 'throw');
          result = generator.throw(value);
        } else result = generator.next(value);
      } catch (thrown) {
        const error = this.#core.caught(thrown);
        end.reject(error);
        return frames.settle(frame, 'throw');
      }
      if (result.done) {
        // A return of a promise costs three ticks. With any other value the promise of the function is fulfilled here, and
        // who awaits it goes on in the next microtask. A returned promise is adopted: one microtask for the job of
        // NewPromiseResolveThenableJob (promise/operations.ts), one for the reaction that the job's call of `then` adds,
        // and only then the one in which the awaiting caller goes on.
        end.resolve(result.value);
        return frames.settle(frame, 'return');
      }
      this.await(frame, result.value, step);
    };
    step('fulfilled', undefined);
  }

  /** The strand waits for `value`, which is given back. */
  suspend(frame: Frame, line: number, value: unknown): unknown {
    this.#core.frames.suspend(frame, line);
    if (this.#core.traced) this.#core.emit({ kind: 'suspend', strand: frame.strand, line, on: this.#describe(value) });
    return value;
  }

  /**
   * Await (27.7.5.3): goes on with `next` in one microtask once `value` is settled. A promise of the program's own class is
   * taken as it is (PromiseResolve), and its `then` is not called; a value whose conversion throws counts as rejected, at once.
   */
  await(frame: Frame, value: unknown, next: Continue): void {
    let slot: PromiseSlot;
    try {
      slot = this.#promises.promiseResolve(value);
    } catch (thrown) {
      const error = this.#core.caught(thrown);
      this.#core.frames.pop(frame);
      return next('rejected', error);
    }
    const what = () => ({ kind: 'resume', strand: frame.strand, line: frame.line }) as const;
    this.#operations.performPromiseThen(slot, { run: next, what });
    this.#core.frames.pop(frame);
  }

  #describe(value: unknown): Wait {
    const slot = this.#promises.slotOf(value);
    if (slot) return { kind: 'promise', promise: slot.id, state: slot.state };
    return { kind: 'await', what: isObject(value) && 'then' in value ? 'thenable' : 'value' };
  }
}
