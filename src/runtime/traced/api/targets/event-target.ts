// EventTarget, Event and CustomEvent, as far as programs of the event loop use them (Node's lib/internal/event_target.js).
// Listeners run at once, in order; what one throws comes out as an uncaught error in a nextTick.
import type { Environment } from '../../engine/environment.ts';
import { customEventClass, eventClass, eventState } from './event.ts';
import { coded } from '../arguments.ts';
import type { Refusals } from '../refusals.ts';
import { named } from '../../engine/named.ts';

interface Listener {
  readonly type: string;
  readonly callback: unknown;
  readonly once: boolean;
  readonly capture: boolean;
}

interface ListenerOptions {
  readonly once?: boolean;
  readonly capture?: boolean;
  readonly signal?: object;
}

interface ProgramEventTarget {
  addEventListener(type: string, callback: unknown, options?: ListenerOptions | boolean): void;
  removeEventListener(type: string, callback: unknown, options?: ListenerOptions | boolean): void;
  dispatchEvent(event: object): boolean;
}

type Watcher = (type: string, count: number) => void;

/** Those who are told how many listeners of a type a target has. */
const watchers = new WeakMap<object, { readonly watcher: Watcher; readonly listeners: () => readonly Listener[] }>();
/** What stands behind the listeners of `on…` properties. */
const holders = new WeakMap<object, { readonly handler: unknown }>();

/** Tells the watcher of `target` how many listeners of `type` there are, without properties that were set to nothing. */
function recount(target: object, type: string): void {
  const watched = watchers.get(target);
  if (!watched) return;
  const isActive = ({ callback }: Listener) => {
    const holder = typeof callback === 'function' ? holders.get(callback) : undefined;
    return !holder || typeof holder.handler === 'function';
  };
  watched.watcher(type, watched.listeners().filter((known) => known.type === type && isActive(known)).length);
}

/** New classes, so that a program may patch them or extend them. */
export function createEvents(environment: Environment, refusals: Refusals) {
  const Event = eventClass();
  refusals.guard('Event', Event);
  refusals.guard('event', Event.prototype as object);
  const EventTarget = eventTargetClass(environment);
  const watch = Reflect.get(EventTarget, 'watch') as (target: object, watcher: Watcher) => void;
  Reflect.deleteProperty(EventTarget, 'watch');
  refusals.guard('target', EventTarget.prototype);
  return { Event, CustomEvent: customEventClass(Event), EventTarget, watch };
}

function eventTargetClass(environment: Environment) {
  return class EventTarget implements ProgramEventTarget {
    static {
      named('EventTarget', this);
    }

    #listeners: Listener[] = [];

    addEventListener(type: string, callback: unknown, options: ListenerOptions | boolean = {}): void {
      const { once = false, signal }: ListenerOptions = typeof options === 'object' ? options : {};
      const capture = isCapturing(options);
      if (callback == null || (signal && Reflect.get(signal, 'aborted') === true)) return;
      if (this.#listeners.some((known) => isSame(known, type, callback, capture))) return;
      this.#listeners.push({ type, callback, once, capture });
      recount(this, type);
      const follow: unknown = signal && Reflect.get(signal, 'addEventListener');
      const remove = () => this.removeEventListener(type, callback, options);
      if (typeof follow === 'function') Reflect.apply(follow, signal, ['abort', remove, { once: true }]);
    }

    removeEventListener(type: string, callback: unknown, options: ListenerOptions | boolean = {}): void {
      const kept = this.#listeners.filter((known) => !isSame(known, type, callback, isCapturing(options)));
      if (kept.length === this.#listeners.length) return;
      this.#listeners = kept;
      recount(this, type);
    }

    dispatchEvent(event: object): boolean {
      const state = eventState(event);
      if (state.isRunning) throw running(state.type);
      [state.target, state.isRunning] = [this, true];
      for (const listener of this.#listeners.filter(({ type }) => type === state.type)) {
        if (state.isStopped) break;
        if (!this.#listeners.includes(listener)) continue;
        if (listener.once) this.removeEventListener(listener.type, listener.callback, listener.capture);
        // as Node has it: the others find an event that is not being dispatched
        if (callListener(environment, this, listener.callback, event)) state.isRunning = false;
      }
      state.isRunning = false;
      return !Reflect.get(event, 'defaultPrevented');
    }

    /** Calls `watcher` whenever a listener comes or goes. */
    static watch(target: EventTarget, watcher: Watcher): void {
      watchers.set(target, { watcher, listeners: () => target.#listeners });
    }
  };
}

function isCapturing(options: ListenerOptions | boolean): boolean {
  return typeof options === 'object' ? options.capture === true : options;
}

function isSame(known: Listener, type: string, callback: unknown, capture: boolean): boolean {
  return known.type === type && known.callback === callback && known.capture === capture;
}

/**
 * The property `on…` of a class of targets (Node's defineEventHandler): what is set first takes its place among the
 * listeners, and keeps it whatever is set later.
 */
export function defineEventHandler(prototype: ProgramEventTarget, type: string): void {
  const handlers = new WeakMap<object, { handler: unknown }>();
  Object.defineProperty(prototype, `on${type}`, {
    get(this: ProgramEventTarget): unknown {
      return handlers.get(this)?.handler ?? null;
    },
    set(this: ProgramEventTarget, handler: unknown) {
      const known = handlers.get(this);
      if (known) {
        known.handler = handler;
        recount(this, type);
        return;
      }
      const holder = { handler };
      handlers.set(this, holder);
      const listener = function (this: unknown, event: unknown) {
        if (typeof holder.handler === 'function') Reflect.apply(holder.handler, this, [event]);
      };
      holders.set(listener, holder);
      this.addEventListener(type, listener);
    },
    enumerable: true,
    configurable: true,
  });
}

/** False if it threw. */
function callListener(environment: Environment, target: object, callback: unknown, event: object): boolean {
  try {
    if (typeof callback === 'function') Reflect.apply(callback, target, [event]);
    else if (typeof callback === 'object' && callback !== null && 'handleEvent' in callback) {
      if (typeof callback.handleEvent === 'function') Reflect.apply(callback.handleEvent, callback, [event]);
    }
    return true;
  } catch (thrown) {
    const error = environment.core.caught(thrown);
    const rethrow = () => {
      throw error;
    };
    environment.taskQueues.nextTick(rethrow, () => ({ kind: 'engine', does: 'listener error' }));
    return false;
  }
}

function running(type: string): Error {
  return coded(new Error(`The event "${type}" is already being dispatched`), 'ERR_EVENT_RECURSION');
}
