// EventTarget and Event, as far as programs of the event loop use them (Node's lib/internal/event_target.js). Listeners run
// at once, in order; what one throws comes out as an uncaught error in a nextTick.
import type { Environment } from '../engine/environment.ts';
import type { Refusals } from './refusals.ts';
import { named } from '../engine/named.ts';

interface Listener {
  readonly type: string;
  readonly callback: unknown;
  readonly once: boolean;
}

interface ListenerOptions {
  readonly once?: boolean;
  readonly signal?: object;
}

interface ProgramEvent {
  readonly type: string;
  target: object | null;
  readonly defaultPrevented: boolean;
  readonly isStopped: boolean;
}

interface ProgramEventTarget {
  addEventListener(type: string, callback: unknown, options?: ListenerOptions | boolean): void;
  removeEventListener(type: string, callback: unknown): void;
  dispatchEvent(event: ProgramEvent): boolean;
}

/** New classes, so that a program may patch them or extend them. */
export function createEvents(environment: Environment, refusals: Refusals) {
  const Event = refusals.guard('Event', eventClass());
  refusals.guard('event', Event.prototype);
  const EventTarget = eventTargetClass(environment);
  refusals.guard('target', EventTarget.prototype);
  return { Event, EventTarget };
}

function eventClass() {
  return class Event implements ProgramEvent {
    static {
      named('Event', this);
    }

    readonly type: string;
    readonly cancelable: boolean;
    target: object | null = null;
    #prevented = false;
    #stopped = false;

    constructor(type: string, { cancelable = false }: { readonly cancelable?: boolean } = {}) {
      this.type = type;
      this.cancelable = cancelable;
    }

    get currentTarget(): object | null {
      return this.target;
    }

    get defaultPrevented(): boolean {
      return this.#prevented;
    }

    get isStopped(): boolean {
      return this.#stopped;
    }

    preventDefault(): void {
      this.#prevented ||= this.cancelable;
    }

    stopImmediatePropagation(): void {
      this.#stopped = true;
    }
  };
}

function eventTargetClass(environment: Environment) {
  return class EventTarget implements ProgramEventTarget {
    static {
      named('EventTarget', this);
    }

    #listeners: Listener[] = [];

    addEventListener(type: string, callback: unknown, options: ListenerOptions | boolean = {}): void {
      const { once = false, signal }: ListenerOptions = typeof options === 'object' ? options : {};
      if (callback == null || this.#listeners.some((known) => known.type === type && known.callback === callback))
        return;
      this.#listeners.push({ type, callback, once });
      if (signal instanceof EventTarget) {
        signal.addEventListener('abort', () => this.removeEventListener(type, callback), { once: true });
      }
    }

    removeEventListener(type: string, callback: unknown): void {
      this.#listeners = this.#listeners.filter((known) => known.type !== type || known.callback !== callback);
    }

    dispatchEvent(event: ProgramEvent): boolean {
      event.target = this;
      const handler: unknown = Reflect.get(this, `on${event.type}`);
      if (typeof handler === 'function') callListener(environment, this, handler, event);
      for (const listener of this.#listeners.filter(({ type }) => type === event.type)) {
        if (event.isStopped) break;
        if (!this.#listeners.includes(listener)) continue;
        if (listener.once) this.removeEventListener(listener.type, listener.callback);
        callListener(environment, this, listener.callback, event);
      }
      return !event.defaultPrevented;
    }
  };
}

function callListener(environment: Environment, target: object, callback: unknown, event: ProgramEvent): void {
  try {
    if (typeof callback === 'function') Reflect.apply(callback, target, [event]);
    else if (typeof callback === 'object' && callback !== null && 'handleEvent' in callback) {
      if (typeof callback.handleEvent === 'function') Reflect.apply(callback.handleEvent, callback, [event]);
    }
  } catch (thrown) {
    const error = environment.core.caught(thrown);
    const rethrow = () => {
      throw error;
    };
    environment.taskQueues.nextTick(rethrow, () => ({ kind: 'engine', does: 'listener error' }));
  }
}
