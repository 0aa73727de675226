// The object that a call of an async generator gives: three methods over its state. One class per run.
import type { AsyncGeneratorState } from './async-generator.ts';

/** A function that wraps states in objects of a new class. */
export function asyncGeneratorClass(): (state: AsyncGeneratorState) => object {
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
  return (state) => new AsyncGenerator(state);
}
