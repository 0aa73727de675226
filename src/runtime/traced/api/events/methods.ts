// The methods of emitters, on whatever object they are called (Node's lib/events.js).
import type { Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import { named } from '../../engine/named.ts';
import { callbackOnly, coded } from '../arguments.ts';
import { watch } from './capture.ts';
import { numberOnly } from './checks.ts';
import { errorMonitor } from './shape.ts';
import type { Emitter, EmitterClass } from './shape.ts';
import { add, clear, callEach, handlersOf, namesOf, remove } from './handlers.ts';
import type { Handler, Listener, Name } from './handlers.ts';

export function emitterMethods(environment: Environment, EventEmitter: EmitterClass): object {
  const added = addition(environment, EventEmitter);
  const listenerOnly = (value: unknown) => callbackOnly(value, environment.formatter, 'listener') as Handler;
  function addListener(this: Emitter, name: Name, listener: unknown): Emitter {
    return added(this, name, listenerOnly(listener), false);
  }
  function removeListener(this: Emitter, name: Name, listener: unknown): Emitter {
    const removed = remove(this, name, listenerOnly(listener));
    if (removed && this._events?.['removeListener']) this.emit('removeListener', name, removed.listener ?? listener);
    return this;
  }
  return {
    setMaxListeners(this: Emitter, count: unknown): Emitter {
      this._maxListeners = numberOnly(count, 'setMaxListeners', environment.formatter);
      return this;
    },
    getMaxListeners(this: Emitter): number {
      return this._maxListeners ?? EventEmitter.defaultMaxListeners;
    },
    emit: emission(environment),
    addListener,
    on: addListener,
    prependListener(this: Emitter, name: Name, listener: unknown): Emitter {
      return added(this, name, listenerOnly(listener), true);
    },
    once(this: Emitter, name: Name, listener: unknown): Emitter {
      return this.on(name, onceWrapper(this, name, listenerOnly(listener)));
    },
    prependOnceListener(this: Emitter & Record<'prependListener', Listener>, name: Name, listener: unknown): unknown {
      return this.prependListener(name, onceWrapper(this, name, listenerOnly(listener)));
    },
    removeListener,
    off: removeListener,
    ...looking(),
    removeAllListeners(this: Emitter, ...names: readonly Name[]): Emitter {
      if (!this._events?.['removeListener']) clear(this, ...names);
      else removeEach(this, removeListener as Listener, names);
      return this;
    },
  };
}

/** New ones for each class. */
const looking = () => ({
  listeners(this: Emitter, name: Name): Listener[] {
    return handlersOf(this, name).map((handler) => handler.listener ?? handler);
  },
  rawListeners(this: Emitter, name: Name): Listener[] {
    return handlersOf(this, name);
  },
  listenerCount(this: Emitter, name: Name, listener?: unknown): number {
    const handlers = handlersOf(this, name);
    if (listener == null) return handlers.length;
    return handlers.filter((handler) => handler === listener || handler.listener === listener).length;
  },
  eventNames(this: Emitter): Name[] {
    return namesOf(this);
  },
});

function emission(environment: Environment) {
  return function emit(this: Emitter, name: Name, ...args: unknown[]): boolean {
    const isError = name === 'error';
    if (isError && this._events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
    if (isError && this._events?.['error'] === undefined) throw unheard(args[0], environment.formatter.inspect);
    return callEach(this, name, args, (returned) => watch(environment, this, returned, [name, args]));
  };
}

/** Tells of the new listener, adds it, and warns where there are too many. */
function addition(environment: Environment, EventEmitter: EmitterClass) {
  return (emitter: Emitter, name: Name, handler: Handler, isFirst: boolean): Emitter => {
    if (emitter._events?.['newListener'] !== undefined) emitter.emit('newListener', name, handler.listener ?? handler);
    const list = add(emitter, name, handler, isFirst);
    const most = emitter._maxListeners ?? EventEmitter.defaultMaxListeners;
    if (!list || most <= 0 || list.length <= most || list.warned) return emitter;
    list.warned = true;
    const { inspect } = environment.formatter;
    const text =
      `Possible EventEmitter memory leak detected. ${list.length} ${String(name)} listeners added to ` +
      `${inspect(emitter, { depth: -1 })}. MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`;
    environment.warn(text, { name: 'MaxListenersExceededWarning', emitter, type: name, count: list.length });
    return emitter;
  };
}

/** A handler that takes itself away before it calls the listener. */
function onceWrapper(emitter: Emitter, name: Name, listener: Listener): Handler {
  let isFired = false;
  const wrapper = named('wrapper', function (...args: unknown[]): unknown {
    if (isFired) return undefined;
    isFired = true;
    const off: unknown = Reflect.get(emitter, 'removeListener');
    if (typeof off === 'function') Reflect.apply(off, emitter, [name, wrapper]);
    return Reflect.apply(listener, emitter, args);
  });
  return Object.assign(wrapper, { listener });
}

/** Somebody listens for "removeListener": each is taken away by itself, the last one first. */
function removeEach(emitter: Emitter, removeListener: Listener, names: readonly Name[]): void {
  if (names.length === 0) {
    const others = namesOf(emitter).filter((name) => name !== 'removeListener');
    for (const name of others) removeEach(emitter, removeListener, [name]);
    clear(emitter);
    return;
  }
  for (const name of names) {
    for (const handler of handlersOf(emitter, name).reverse()) Reflect.apply(removeListener, emitter, [name, handler]);
  }
}

/** An "error" event that nobody listens to is thrown. */
function unheard(value: unknown, inspect: (value: unknown) => string): unknown {
  if (isObject(value) && value instanceof Error) return value;
  const error = coded(new Error(`Unhandled error. (${inspect(value)})`), 'ERR_UNHANDLED_ERROR');
  return Object.assign(error, { context: value });
}
