// node:events: EventEmitter and once (Node's lib/events.js).
import type { Environment } from '../engine/environment.ts';
import { isObject } from '../engine/object.ts';
import { abortErrorOf, isAborted, onAbort } from './abort.ts';
import { callbackOnly } from './arguments.ts';
import type { Refusals } from './refusals.ts';
import type { Formatter } from '../engine/formatter.ts';
import { addMethods } from '../engine/methods.ts';
import { named } from '../engine/named.ts';

type Name = string | symbol;
type Listener = (this: unknown, ...args: unknown[]) => unknown;

interface Entry {
  /** What the program gave. */
  readonly listener: Listener;
  readonly once: boolean;
}

/** The listeners of one emitter, by name, in the order in which they are called. */
class Listeners {
  /** As getMaxListeners gives it. */
  maximum = 10;
  readonly #formatter: Formatter;
  readonly #entries = new Map<Name, readonly Entry[]>();

  constructor(formatter: Formatter) {
    this.#formatter = formatter;
  }

  of(name: Name): readonly Entry[] {
    return this.#entries.get(name) ?? [];
  }

  names(): Name[] {
    return [...this.#entries.keys()];
  }

  add(name: Name, listener: unknown, { once = false, prepend = false } = {}): void {
    const entry = { listener: callbackOnly(listener, this.#formatter, 'listener'), once };
    this.#set(name, prepend ? [entry, ...this.of(name)] : [...this.of(name), entry]);
  }

  /** Takes the listener that was added last. */
  remove(name: Name, listener: unknown): void {
    const index = this.of(name).findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) this.#set(name, this.of(name).toSpliced(index, 1));
  }

  clear(name?: Name): void {
    if (name === undefined) this.#entries.clear();
    else this.#entries.delete(name);
  }

  #set(name: Name, entries: readonly Entry[]): void {
    if (entries.length === 0) this.#entries.delete(name);
    else this.#entries.set(name, entries);
  }
}

/** A new class, so that a program may patch it or extend it. */
export function createEmitter(environment: Environment, refusals: Refusals) {
  const { formatter } = environment;
  let listenersOf: (emitter: EventEmitter) => Listeners;

  class EventEmitter {
    readonly #listeners = new Listeners(formatter);

    static {
      named('EventEmitter', this);
      listenersOf = (emitter) => emitter.#listeners;
    }

    static once = (emitter: object, name: Name, options?: { signal?: object }) =>
      once(environment, emitter, name, options);
    static EventEmitter = EventEmitter;

    emit(name: Name, ...args: unknown[]): boolean {
      const entries = this.#listeners.of(name);
      if (entries.length === 0 && name === 'error') throw unheard(args[0], formatter.inspect);
      for (const { listener, once } of entries) {
        if (once) this.#listeners.remove(name, listener);
        Reflect.apply(listener, this, args);
      }
      return entries.length > 0;
    }

    listenerCount(name: Name, listener?: unknown): number {
      const entries = this.#listeners.of(name);
      return listener == null ? entries.length : entries.filter((entry) => entry.listener === listener).length;
    }

    listeners(name: Name): Listener[] {
      return this.#listeners.of(name).map(({ listener }) => listener);
    }

    eventNames(): Name[] {
      return this.#listeners.names();
    }
  }

  refusals.guard('EventEmitter', EventEmitter);
  refusals.guard('emitter', EventEmitter.prototype);
  addMethods(EventEmitter.prototype, listening(listenersOf));
  return EventEmitter;
}

/** The methods that add and remove listeners; each gives its emitter. */
function listening<E>(listenersOf: (emitter: E) => Listeners) {
  const change = (emitter: E, work: (listeners: Listeners) => void): E => {
    work(listenersOf(emitter));
    return emitter;
  };
  return {
    on(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.add(name, listener));
    },

    addListener(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.add(name, listener));
    },

    prependListener(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.add(name, listener, { prepend: true }));
    },

    once(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.add(name, listener, { once: true }));
    },

    prependOnceListener(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.add(name, listener, { once: true, prepend: true }));
    },

    off(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.remove(name, listener));
    },

    removeListener(this: E, name: Name, listener: unknown): E {
      return change(this, (listeners) => listeners.remove(name, listener));
    },

    removeAllListeners(this: E, name?: Name): E {
      return change(this, (listeners) => listeners.clear(name));
    },

    setMaxListeners(this: E, count: number): E {
      return change(this, (listeners) => (listeners.maximum = count));
    },

    getMaxListeners(this: E): number {
      return listenersOf(this).maximum;
    },

    rawListeners(this: E, name: Name): Listener[] {
      const listeners = listenersOf(this);
      return listeners.of(name).map((entry) => rawListener(listeners, name, entry));
    },
  };
}

/** The listener; of one that runs once the function that Node keeps in its place: it takes the listener away. */
function rawListener(listeners: Listeners, name: Name, { listener, once }: Entry): Listener {
  if (!once) return listener;
  const wrapper: Listener = function (...args) {
    listeners.remove(name, listener);
    return Reflect.apply(listener, this, args);
  };
  return Object.assign(named('bound onceWrapper', wrapper), { listener });
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
