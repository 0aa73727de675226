// The object that a call of an async generator gives: three methods over its state. One class per run.
import type { AsyncGeneratorState } from './generator.ts';

export interface AsyncGeneratorObjects {
  readonly prototype: object;
  /** Wraps a state in an object. */
  readonly wrap: (state: AsyncGeneratorState) => object;
}

/** A new class of async generators. */
export function asyncGeneratorClass(): AsyncGeneratorObjects {
  class AsyncGenerator {
    readonly #state: AsyncGeneratorState;

    constructor(state: AsyncGeneratorState) {
      this.#state = state;
    }

    next(value?: unknown): object {
      return this.#state.request('next', value);
    }

    return(value?: unknown): object {
      return this.#state.request('return', value);
    }

    throw(error?: unknown): object {
      return this.#state.request('throw', error);
    }

    [Symbol.asyncIterator](): this {
      return this;
    }

    [Symbol.asyncDispose](): unknown {
      return this.return();
    }

    get [Symbol.toStringTag](): string {
      return 'AsyncGenerator';
    }
  }
  // what a program sees of it has no constructor of its own
  Reflect.deleteProperty(AsyncGenerator.prototype, 'constructor');
  return { prototype: AsyncGenerator.prototype, wrap: (state) => new AsyncGenerator(state) };
}
