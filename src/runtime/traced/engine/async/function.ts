// Drives the generator that an async function became: each await suspends its strand until a promise is settled.
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import type { Promises } from '../promise/class.ts';
import { isObject } from '../object.ts';
import type { PromiseStates, Settled } from '../promise/state.ts';

/** The body of a function: given its frame, a function that makes the generator. */
export type Body = (frame: Frame) => (...args: readonly unknown[]) => Generator<unknown, unknown, unknown>;

type Continue = (state: Settled, value: unknown) => void;

export class AsyncFunctions {
  readonly #core: Core;
  readonly #states: PromiseStates;
  readonly #promises: Promises;

  constructor(core: Core, states: PromiseStates, promises: Promises) {
    this.#core = core;
    this.#states = states;
    this.#promises = promises;
  }

  /** A call of the async function `id`; gives its promise. */
  call(id: number, self: unknown, args: readonly unknown[], body: Body): object {
    const { frames } = this.#core;
    this.#core.step();
    const { name, line } = frames.info(id);
    const capability = this.#promises.create();
    const { slot } = capability;
    const frame = frames.create('async function', name || 'async function', line, frames.author(), slot.id);
    slot.owner = frame;
    frames.run(frame);
    let generator: Generator;
    try {
      generator = Reflect.apply(body(frame), self, args);
    } catch (error) {
      this.#core.rethrowHalt();
      capability.reject(error);
      frames.settle(frame, 'throw');
      return capability.promise;
    }
    this.drive(frame, generator, capability);
    return capability.promise;
  }

  /** Runs a strand to its end, from await to await. */
  drive(
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
      } catch (error) {
        this.#core.rethrowHalt();
        end.reject(error);
        return frames.settle(frame, 'throw');
      }
      if (result.done) {
        end.resolve(result.value);
        return frames.settle(frame, 'return');
      }
      this.wait(frame, result.value, step);
    };
    step('fulfilled', undefined);
  }

  /** The strand waits for `value`, which is given back. */
  suspend(frame: Frame, line: number, value: unknown): unknown {
    this.#core.frames.suspend(frame, line);
    if (this.#core.traced) this.#core.emit({ kind: 'suspend', strand: frame.strand, line, on: this.#describe(value) });
    return value;
  }

  /** Goes on with `next` once `value` is settled; a value whose conversion throws counts as rejected, at once. */
  wait(frame: Frame, value: unknown, next: Continue): void {
    let slot: ReturnType<Promises['resolved']>;
    try {
      slot = this.#promises.resolved(value);
    } catch (error) {
      this.#core.rethrowHalt();
      this.#core.frames.pop(frame);
      return next('rejected', error);
    }
    this.react(frame, slot, next);
    this.#core.frames.pop(frame);
  }

  react(frame: Frame, slot: ReturnType<Promises['resolved']>, next: Continue): void {
    const label = () => `resume ${frame.name} at line ${frame.line}`;
    this.#states.react(slot, { run: next, label, resumes: frame.strand });
  }

  #describe(value: unknown): string {
    const slot = this.#promises.slotOf(value);
    if (slot) return `promise#${slot.id} ${slot.state}`;
    return isObject(value) && 'then' in value ? 'thenable' : 'value';
  }
}
