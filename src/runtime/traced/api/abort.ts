// AbortController and AbortSignal.
import type { createEvents } from './event-target.ts';
import type { TimerFunctions } from './timers.ts';
import { named } from '../engine/named.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const internal = Symbol('internal');

export function createAbort(timers: TimerFunctions, { Event, EventTarget }: ReturnType<typeof createEvents>) {
  let abortSignal: (signal: AbortSignal, reason: unknown) => void = () => {};

  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason: unknown = undefined;
    readonly #dependents = new Set<AbortSignal>();

    static {
      named('AbortSignal', this);
      abortSignal = (signal, reason) => signal.#abort(reason);
    }

    constructor(key?: symbol) {
      super();
      if (key !== internal) throw new TypeError('Illegal constructor');
    }

    static abort(reason: unknown = abortError()): AbortSignal {
      const signal = new AbortSignal(internal);
      signal.#aborted = true;
      signal.#reason = reason;
      return signal;
    }

    static timeout(delay: unknown): AbortSignal {
      const signal = new AbortSignal(internal);
      const abort = named('abort', () => {
        signal.#abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      });
      timers.setTimeout(abort, delay).unref();
      return signal;
    }

    static any(sources: Iterable<AbortSignal>): AbortSignal {
      const all = [...sources];
      const first = all.find(({ aborted }) => aborted);
      if (first) return AbortSignal.abort(first.reason);
      const signal = new AbortSignal(internal);
      for (const source of all) source.#dependents.add(signal);
      return signal;
    }

    get aborted(): boolean {
      return this.#aborted;
    }

    get reason(): unknown {
      return this.#reason;
    }

    throwIfAborted(): void {
      if (this.#aborted) throw this.#reason;
    }

    #abort(reason: unknown): void {
      if (this.#aborted) return;
      const all = [this, ...this.#dependents].filter((signal) => !signal.#aborted);
      for (const signal of all) [signal.#aborted, signal.#reason] = [true, reason];
      for (const signal of all) signal.dispatchEvent(new Event('abort'));
    }

    [customInspect](): string {
      return `AbortSignal { aborted: ${this.#aborted} }`;
    }
  }

  class AbortController {
    static {
      named('AbortController', this);
    }

    readonly #signal = new AbortSignal(internal);

    get signal(): AbortSignal {
      return this.#signal;
    }

    abort(reason: unknown = abortError()): void {
      abortSignal(this.#signal, reason);
    }

    [customInspect](): string {
      return `AbortController { signal: AbortSignal { aborted: ${this.#signal.aborted} } }`;
    }
  }

  return { AbortController, AbortSignal };
}

function abortError(): DOMException {
  return new DOMException('This operation was aborted', 'AbortError');
}

export function isAborted(signal: object): boolean {
  return Reflect.get(signal, 'aborted') === true;
}

/** What Node's own modules reject with when a signal calls them off. */
export function abortErrorOf(signal: object): Error {
  return new AbortError('The operation was aborted', { cause: Reflect.get(signal, 'reason') });
}

class AbortError extends Error {
  static {
    named('AbortError', this);
  }

  readonly code = 'ABORT_ERR';
  override readonly name = 'AbortError';
}

/** Listens for the abort; gives a function that stops listening. */
export function onAbort(signal: object, listener: () => void): () => void {
  call(signal, 'addEventListener', 'abort', listener);
  return () => call(signal, 'removeEventListener', 'abort', listener);
}

function call(target: object, name: string, ...args: readonly unknown[]): void {
  const method: unknown = Reflect.get(target, name);
  if (typeof method === 'function') Reflect.apply(method, target, args);
}
