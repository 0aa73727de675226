// What a block with `await using` has opened: ECMA-262's DisposeResources, one step at a time, last opened first.
import { isObject } from '../object.ts';

type Method = (this: unknown) => unknown;

interface Resource {
  readonly async: boolean;
  /** Absent for `await using` of null or undefined: nothing is called, but the block still waits. */
  readonly dispose: (() => unknown) | undefined;
}

export class Disposals {
  /** Whether the step that `next` gave is to be awaited. */
  waits = false;
  readonly #resources: Resource[] = [];
  #needsAwait = false;
  #hasAwaited = false;
  #failure: { error: unknown } | undefined;

  /** `using x = value` */
  add(value: unknown): unknown {
    if (value == null) return value;
    this.#resources.push({ async: false, dispose: bound(value, methodOf(value, Symbol.dispose)) });
    return value;
  }

  /** `await using x = value`; a sync dispose is taken if there is no async one, and its result is not awaited. */
  addAsync(value: unknown): unknown {
    if (value == null) {
      this.#resources.push({ async: true, dispose: undefined });
      return value;
    }
    const method = methodOf(value, Symbol.asyncDispose);
    const dispose = method ? bound(value, method) : withoutResult(bound(value, methodOf(value, Symbol.dispose)));
    this.#resources.push({ async: true, dispose });
    return value;
  }

  /** A call without a resource. */
  addCallback(callback: () => unknown): void {
    this.#resources.push({ async: true, dispose: callback });
  }

  /** The next thing to call; undefined at the end. */
  next(): (() => unknown) | undefined {
    for (let resource; (resource = this.#resources.pop());) {
      const { async, dispose } = resource;
      if (!dispose) {
        this.#needsAwait = true;
        continue;
      }
      if (!async && this.#owesAwait()) {
        this.#resources.push(resource);
        return this.#pause();
      }
      this.#hasAwaited ||= async;
      this.waits = async;
      return dispose;
    }
    return this.#owesAwait() ? this.#pause() : undefined;
  }

  /** The block or one of its disposals threw. */
  fail(error: unknown): void {
    this.#failure = { error: this.#failure ? suppressed(error, this.#failure.error) : error };
  }

  end(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #owesAwait(): boolean {
    return this.#needsAwait && !this.#hasAwaited;
  }

  #pause(): () => undefined {
    this.#needsAwait = false;
    this.waits = true;
    return () => undefined;
  }
}

function suppressed(error: unknown, earlier: unknown): Error {
  return new SuppressedError(error, earlier, 'An error was suppressed during disposal');
}

function methodOf(value: unknown, symbol: symbol): Method | undefined {
  if (!isObject(value)) throw new TypeError('An object is expected with `using` declarations');
  const method: unknown = Reflect.get(value, symbol);
  if (method != null && typeof method !== 'function') throw new TypeError(`${String(symbol)} is not a function`);
  return method == null ? undefined : (method as Method);
}

function bound(value: unknown, method: Method | undefined): () => unknown {
  if (!method) throw new TypeError('Symbol(Symbol.dispose) is not a function');
  return () => Reflect.apply(method, value, []);
}

function withoutResult(dispose: () => unknown): () => undefined {
  return () => {
    dispose();
  };
}
