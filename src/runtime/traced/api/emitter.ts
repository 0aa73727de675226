// node:events: EventEmitter and once.
import type { Environment } from '../engine/environment.ts';
import { isObject } from '../engine/object.ts';
import { abortErrorOf, isAborted, onAbort } from './abort.ts';
import { callbackOnly } from './arguments.ts';
import { named } from '../engine/named.ts';

type Name = string | symbol;
type Listener = (this: unknown, ...args: unknown[]) => unknown;

interface Entry {
  /** What the program gave. */
  readonly listener: Listener;
  readonly once: boolean;
}

export function createEmitter(environment: Environment) {
  const { formatter } = environment;

  class EventEmitter {
    static {
      named('EventEmitter', this);
    }

    #entries = new Map<Name, Entry[]>();

    on(name: Name, listener: unknown): this {
      return this.#add(name, listener, false, false);
    }

    addListener(name: Name, listener: unknown): this {
      return this.on(name, listener);
    }

    prependListener(name: Name, listener: unknown): this {
      return this.#add(name, listener, false, true);
    }

    once(name: Name, listener: unknown): this {
      return this.#add(name, listener, true, false);
    }

    prependOnceListener(name: Name, listener: unknown): this {
      return this.#add(name, listener, true, true);
    }

    /** Takes the listener that was added last. */
    off(name: Name, listener: unknown): this {
      const entries = this.#entries.get(name) ?? [];
      const index = entries.findLastIndex((entry) => entry.listener === listener);
      if (index >= 0) this.#set(name, entries.toSpliced(index, 1));
      return this;
    }

    removeListener(name: Name, listener: unknown): this {
      return this.off(name, listener);
    }

    removeAllListeners(name?: Name): this {
      if (name === undefined) this.#entries.clear();
      else this.#entries.delete(name);
      return this;
    }

    emit(name: Name, ...args: unknown[]): boolean {
      const entries = this.#entries.get(name) ?? [];
      if (entries.length === 0 && name === 'error') throw unheard(args[0], formatter.inspect);
      for (const { listener, once } of entries) {
        if (once) this.off(name, listener);
        Reflect.apply(listener, this, args);
      }
      return entries.length > 0;
    }

    listenerCount(name: Name): number {
      return this.#entries.get(name)?.length ?? 0;
    }

    listeners(name: Name): Listener[] {
      return (this.#entries.get(name) ?? []).map(({ listener }) => listener);
    }

    eventNames(): Name[] {
      return [...this.#entries.keys()];
    }

    setMaxListeners(): this {
      return this;
    }

    #add(name: Name, listener: unknown, once: boolean, first: boolean): this {
      const entry = { listener: callbackOnly(listener, formatter, 'listener'), once };
      const entries = this.#entries.get(name) ?? [];
      this.#set(name, first ? [entry, ...entries] : [...entries, entry]);
      return this;
    }

    #set(name: Name, entries: Entry[]): void {
      if (entries.length === 0) this.#entries.delete(name);
      else this.#entries.set(name, entries);
    }

    static once = (emitter: object, name: Name, options?: { signal?: object }) =>
      once(environment, emitter, name, options);
    static EventEmitter = EventEmitter;
  }

  return EventEmitter;
}

/** A promise of the next event's arguments; of an emitter's "error" event the error. */
function once(environment: Environment, emitter: object, name: Name, { signal }: { signal?: object } = {}): object {
  const wait = environment.promise((resolve, reject) => {
    if (signal && isAborted(signal)) return reject(abortErrorOf(signal));
    const stop = signal && onAbort(signal, () => end(() => reject(abortErrorOf(signal))));
    const end = (settle: () => void) => {
      remove(emitter, name, onEvent);
      if ('once' in emitter) remove(emitter, 'error', onError);
      stop?.();
      settle();
    };
    const onEvent = (...args: unknown[]) => end(() => resolve(args));
    const onError = (error: unknown) => end(() => reject(error));
    add(emitter, name, onEvent);
    if (name !== 'error' && 'once' in emitter) add(emitter, 'error', onError);
  });
  return environment.adopted(wait);
}

function add(emitter: object, name: Name, listener: unknown): void {
  if ('once' in emitter) call(emitter, 'once', name, listener);
  else call(emitter, 'addEventListener', name, listener, { once: true });
}

function remove(emitter: object, name: Name, listener: unknown): void {
  call(emitter, 'once' in emitter ? 'removeListener' : 'removeEventListener', name, listener);
}

function call(target: object, method: string, ...args: readonly unknown[]): void {
  const found: unknown = Reflect.get(target, method);
  if (typeof found === 'function') Reflect.apply(found, target, args);
}

/** An "error" event that nobody listens to is thrown. */
function unheard(value: unknown, inspect: (value: unknown) => string): unknown {
  if (isObject(value) && value instanceof Error) return value;
  const error = new Error(`Unhandled error. (${typeof value === 'string' ? `'${value}'` : inspect(value)})`);
  return Object.assign(error, { code: 'ERR_UNHANDLED_ERROR', context: value });
}
