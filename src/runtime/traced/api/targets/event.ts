// Event and CustomEvent (DOM standard, 2.2 and 2.4; Node's lib/internal/event_target.js). An event of Node passes through
// one target alone.
import { Unshowable } from '../../engine/formatter.ts';
import { named } from '../../engine/named.ts';
import { coded } from '../arguments.ts';

interface EventOptions {
  readonly bubbles?: unknown;
  readonly cancelable?: unknown;
  readonly composed?: unknown;
}

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 } as const;

/** What an event is behind its object. */
class EventState {
  readonly type: string;
  readonly options: EventOptions;
  target: object | null = null;
  isRunning = false;
  isPrevented = false;
  isPropagationStopped = false;
  isStopped = false;

  constructor(type: unknown, options: EventOptions) {
    this.type = String(type);
    this.options = options;
  }
}

const states = new WeakMap<object, EventState>();

/** The state of an event; throws Node's error for anything else. */
export function eventState(event: object): EventState {
  const state = states.get(event);
  if (state) return state;
  throw coded(new TypeError('Value of "this" must be of type Event'), 'ERR_INVALID_THIS');
}

export type EventClass = new (type?: unknown, options?: EventOptions | null) => object;

export function eventClass(): EventClass {
  class Event {
    static {
      named('Event', this);
    }

    constructor(...args: readonly [type?: unknown, options?: EventOptions | null]) {
      if (args.length === 0) throw coded(new TypeError('The "type" argument must be specified'), 'ERR_MISSING_ARGS');
      states.set(this, new EventState(args[0], args[1] ?? {}));
    }

    preventDefault(): void {
      eventState(this).isPrevented = true;
    }

    stopPropagation(): void {
      eventState(this).isPropagationStopped = true;
    }

    stopImmediatePropagation(): void {
      const state = eventState(this);
      [state.isPropagationStopped, state.isStopped] = [true, true];
    }

    composedPath(): object[] {
      const { isRunning, target } = eventState(this);
      return isRunning && target ? [target] : [];
    }

    /** What it shows is the time at which it was made. */
    [customInspect](): never {
      throw new Unshowable('an event, whose time differs in every run,');
    }
  }
  Object.defineProperties(Event.prototype, Object.getOwnPropertyDescriptors(eventProperties()));
  for (const [name, value] of Object.entries(phases)) Object.defineProperty(Event, name, { value, enumerable: true });
  Object.defineProperty(Event.prototype, 'isTrusted', { value: false, enumerable: true, configurable: true });
  Object.defineProperty(Event.prototype, Symbol.toStringTag, { value: 'Event', configurable: true });
  return Event;
}

/** New ones for each class. */
function eventProperties(): object {
  const { NONE, AT_TARGET } = phases;
  const property = (name: string, get: (state: EventState) => unknown) => ({
    get [name](): unknown {
      return get(eventState(this));
    },
  });
  const isPrevented = ({ options, isPrevented: isAsked }: EventState) => Boolean(options.cancelable) && isAsked;
  return [
    property('type', ({ type }) => type),
    property('target', ({ target }) => target),
    property('srcElement', ({ target }) => target),
    property('currentTarget', ({ isRunning, target }) => (isRunning ? target : null)),
    property('eventPhase', ({ isRunning }) => (isRunning ? AT_TARGET : NONE)),
    property('bubbles', ({ options }) => Boolean(options.bubbles)),
    property('cancelable', ({ options }) => Boolean(options.cancelable)),
    property('composed', ({ options }) => Boolean(options.composed)),
    property('defaultPrevented', isPrevented),
    property('returnValue', (state) => !isPrevented(state)),
    property('cancelBubble', ({ isPropagationStopped }) => isPropagationStopped),
  ].reduce((all, one) => Object.defineProperties(all, Object.getOwnPropertyDescriptors(one)), {});
}

export function customEventClass(Event: EventClass) {
  class CustomEvent extends Event {
    static {
      named('CustomEvent', this);
    }

    readonly #detail: unknown;

    constructor(...args: readonly [type?: unknown, options?: (EventOptions & { readonly detail?: unknown }) | null]) {
      super(...args);
      this.#detail = args[1]?.detail ?? null;
    }

    get detail(): unknown {
      return this.#detail;
    }
  }
  Object.defineProperty(CustomEvent.prototype, Symbol.toStringTag, { value: 'CustomEvent', configurable: true });
  return CustomEvent;
}
