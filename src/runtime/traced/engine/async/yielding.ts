// `yield`, `yield*` and `await` inside an async generator, as ECMA-262 15.5.5 and 27.6.3 have them.
import type { AsyncFunctions } from './function.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import { AwaitRequest, ReturnRequest, YieldRequest, received } from './generator-requests.ts';
import type { Received } from './generator-requests.ts';
import type { AsyncIterators } from './iterator.ts';
import { objectOnly } from './iterator.ts';

type Steps = Generator<unknown, unknown, unknown>;

export class Yielding {
  readonly #core: Core;
  readonly #iterators: AsyncIterators;
  readonly #functions: AsyncFunctions;

  constructor(core: Core, iterators: AsyncIterators, functions: AsyncFunctions) {
    this.#core = core;
    this.#iterators = iterators;
    this.#functions = functions;
  }

  /** `yield value`: Yield (27.5.3.7) awaits the value first, then AsyncGeneratorYield (27.6.3.8) gives it out. */
  *yield(frame: Frame, line: number, value: unknown): Steps {
    const settled = yield* this.await(frame, line, value);
    const { how, value: sent } = received(yield new YieldRequest(settled, line));
    this.#core.frames.run(frame, how === 'throw' ? how : undefined);
    if (how === 'throw') throw sent;
    if (how === 'return') return yield new ReturnRequest(yield* this.await(frame, line, sent));
    return sent;
  }

  /** `yield* iterable` (15.5.5): requests are handed through to the inner iterator. */
  *yieldStar(frame: Frame, line: number, iterable: unknown): Steps {
    const iterator = this.#iterators.open(iterable, 'yield* (intermediate value) is not async iterable');
    let request: Received = { how: 'next', value: undefined };
    for (;;) {
      const answer = yield* this.#forward(frame, line, iterator, request);
      if (answer instanceof ReturnRequest) return yield answer;
      const result = objectOnly(answer);
      if (Reflect.get(result, 'done')) {
        const value: unknown = Reflect.get(result, 'value');
        return request.how === 'return' ? yield new ReturnRequest(value) : value;
      }
      request = received(yield new YieldRequest(Reflect.get(result, 'value'), line));
      this.#core.frames.run(frame);
      if (request.how === 'return') request = yield* this.#unwrapYieldResumption(frame, line, request.value);
    }
  }

  /**
   * AsyncGeneratorUnwrapYieldResumption (27.6.3.7): the value of a return() request is awaited before it is forwarded. If that fails, V8 forwards the error by next(),
   * where the standard says throw().
   */
  *#unwrapYieldResumption(frame: Frame, line: number, value: unknown): Generator<unknown, Received, unknown> {
    try {
      return { how: 'return', value: yield* this.await(frame, line, value) };
    } catch (thrown) {
      const error = this.#core.caught(thrown);
      return { how: 'next', value: error };
    }
  }

  *#forward(frame: Frame, line: number, iterator: ReturnType<AsyncIterators['open']>, request: Received): Steps {
    const { how, value } = request;
    if (how === 'next') return yield* this.await(frame, line, iterator.next(value));
    const method = iterator.method(how);
    if (method) return yield* this.await(frame, line, method(value));
    if (how === 'return') return new ReturnRequest(yield* this.await(frame, line, value));
    const close = iterator.method('return');
    if (close) yield* this.await(frame, line, close());
    throw new TypeError("The iterator does not provide a 'throw' method.");
  }

  /** Await (27.7.5.3) inside an async generator. */
  *await(frame: Frame, line: number, value: unknown): Steps {
    const settled = yield new AwaitRequest(this.#functions.suspend(frame, line, value));
    this.#core.frames.run(frame);
    return settled;
  }
}
