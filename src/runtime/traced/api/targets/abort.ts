// AbortController and AbortSignal (Node's lib/internal/abort_controller.js).
import { defineEventHandler } from './event-target.ts';
import type { createEvents } from './event-target.ts';
import type { TimerFunctions } from '../timers.ts';
import type { Refusals } from '../refusals.ts';
import { DOMException } from '../web/dom-exception.ts';
import { named } from '../../engine/named.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const internal = Symbol('internal');

type Events = ReturnType<typeof createEvents>;
type SetTimeLimit = TimerFunctions['setTimeout'];

/** What a signal is to the engine: whether and why it is aborted, and which signals follow it. */
class AbortState {
  aborted = false;
  reason: unknown = undefined;
  /** Those of AbortSignal.any. */
  readonly dependents = new Set<AbortState>();
  /** Tells the signal's listeners. */
  dispatch: () => void = () => {};

  static of(reason: unknown): AbortState {
    return Object.assign(new AbortState(), { aborted: true, reason });
  }

  /** Aborted with the first of `sources` that is. */
  static any(sources: readonly AbortState[]): AbortState {
    const first = sources.find(({ aborted }) => aborted);
    if (first) return AbortState.of(first.reason);
    const state = new AbortState();
    for (const source of sources) source.dependents.add(state);
    return state;
  }

  /** All signals are aborted before the first listener hears of it. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    const all = [this, ...this.dependents].filter(({ aborted }) => !aborted);
    for (const state of all) [state.aborted, state.reason] = [true, reason];
    for (const state of all) state.dispatch();
  }
}

/** New classes, so that a program may patch them or extend them. */
export function createAbort(setTimeLimit: SetTimeLimit, events: Events, refusals: Refusals) {
  const AbortSignal = abortSignalClass(setTimeLimit, events);
  defineEventHandler(AbortSignal.prototype, 'abort');
  refusals.guardOwn('signal', AbortSignal.prototype);
  const AbortController = abortControllerClass(AbortSignal);
  refusals.guard('controller', AbortController.prototype);
  return { AbortController, AbortSignal };
}

function abortSignalClass(setTimeLimit: SetTimeLimit, { Event, EventTarget }: Events) {
  return class AbortSignal extends EventTarget {
    readonly #state: AbortState;
    declare onabort: unknown;
    static {
      named('AbortSignal', this);
    }

    constructor(key?: symbol, state = new AbortState()) {
      super();
      if (key !== internal) throw new TypeError('Illegal constructor');
      this.#state = state;
      state.dispatch = () => void this.dispatchEvent(new Event('abort'));
    }

    static abort(reason: unknown = abortError()): AbortSignal {
      return new AbortSignal(internal, AbortState.of(reason));
    }

    static timeout(delay: unknown): AbortSignal {
      const state = new AbortState();
      setTimeLimit(
        named('abort', () => state.abort(timeoutError())),
        delay,
      ).unref();
      return new AbortSignal(internal, state);
    }

    static any(sources: Iterable<AbortSignal>): AbortSignal {
      return new AbortSignal(internal, AbortState.any([...sources].map((source) => source.#state)));
    }

    get aborted(): boolean {
      return this.#state.aborted;
    }

    get reason(): unknown {
      return this.#state.reason;
    }

    throwIfAborted(): void {
      if (this.#state.aborted) throw this.#state.reason;
    }

    [customInspect](): string {
      return `AbortSignal { aborted: ${this.#state.aborted} }`;
    }
  };
}

function abortControllerClass(AbortSignal: ReturnType<typeof abortSignalClass>) {
  return class AbortController {
    readonly #state = new AbortState();
    readonly #signal = new AbortSignal(internal, this.#state);

    static {
      named('AbortController', this);
    }

    get signal(): InstanceType<typeof AbortSignal> {
      return this.#signal;
    }

    abort(reason: unknown = abortError()): void {
      this.#state.abort(reason);
    }

    [customInspect](): string {
      return `AbortController { signal: AbortSignal { aborted: ${this.#state.aborted} } }`;
    }
  };
}

function abortError(): DOMException {
  return new DOMException('This operation was aborted', 'AbortError');
}

function timeoutError(): DOMException {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

export function isAborted(signal: object): boolean {
  return Reflect.get(signal, 'aborted') === true;
}

/** What Node's own modules reject with when a signal calls them off. */
export function abortErrorOf(signal: object): Error {
  return new AbortError('The operation was aborted', { cause: Reflect.get(signal, 'reason') });
}

export class AbortError extends Error {
  static {
    named('AbortError', this);
  }

  readonly code = 'ABORT_ERR';
  override readonly name = 'AbortError';
}

/** Listens for the abort; gives a function that stops listening. */
export function onAbort(signal: object, listener: (event: unknown) => void): () => void {
  call(signal, 'addEventListener', 'abort', listener);
  return () => call(signal, 'removeEventListener', 'abort', listener);
}

function call(target: object, name: string, ...args: readonly unknown[]): void {
  const method: unknown = Reflect.get(target, name);
  if (typeof method === 'function') Reflect.apply(method, target, args);
}
