// The listeners of an emitter, kept as Node keeps them, since a program may look at them: `_events` holds one listener or a
// list for each name. A list that is being gone through is copied before it changes (Node's lib/events.js).

export type Name = string | symbol;
export type Listener = (this: unknown, ...args: unknown[]) => unknown;
/** A listener, or the wrapper of one that runs once. */
export type Handler = Listener & { readonly listener?: Listener };

const emitting = Symbol('kEmitting');

interface HandlerList extends Array<Handler> {
  /** How many calls of emit go through it now. */
  [emitting]: number;
  /** A warning of too many listeners was given. */
  warned?: boolean;
}

export type Events = Record<Name, Handler | HandlerList | undefined>;

/** What of an emitter this file works on. */
export interface Held {
  _events: Events | undefined;
  _eventsCount: number;
}

export function noEvents(): Events {
  return Object.create(null) as Events;
}

/**
 * Calls each handler of `name` on the emitter, those that were there at the beginning, and gives `done` what it returned.
 * False if there is none. A stack trace has room for ten calls, ours counted: no function of ours stands between.
 */
export function callEach(held: Held, name: Name, args: readonly unknown[], done: (returned: unknown) => void): boolean {
  const handler = held._events?.[name];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    done(Reflect.apply(handler, held, args));
    return true;
  }
  handler[emitting]++;
  try {
    for (let index = 0; index < handler.length; index++) done(Reflect.apply(handler[index] as Handler, held, args));
  } finally {
    handler[emitting]--;
  }
  return true;
}

/** Gives the list that grew, where there is more than one. */
export function add(held: Held, name: Name, handler: Handler, isFirst: boolean): HandlerList | undefined {
  const events = (held._events ??= noEvents());
  const existing = events[name];
  if (existing === undefined) {
    events[name] = handler;
    held._eventsCount++;
    return undefined;
  }
  if (typeof existing === 'function') {
    return (events[name] = listOf(isFirst ? [handler, existing] : [existing, handler]));
  }
  const list = changeable(events, name, existing);
  if (isFirst) list.unshift(handler);
  else list.push(handler);
  return list;
}

/** Takes away the one that was added last; gives it. */
export function remove(held: Held, name: Name, listener: unknown): Handler | undefined {
  const events = held._events;
  const existing = events?.[name];
  if (events === undefined || existing === undefined) return undefined;
  const isIt = (handler: Handler) => handler === listener || handler.listener === listener;
  if (typeof existing === 'function') {
    if (!isIt(existing)) return undefined;
    clear(held, name);
    return existing;
  }
  const position = existing.findLastIndex(isIt);
  if (position < 0) return undefined;
  const list = changeable(events, name, existing);
  const [removed] = list.splice(position, 1);
  if (list.length === 1) events[name] = list[0];
  return removed;
}

/** Of one name, or of all. */
export function clear(held: Held, ...names: readonly Name[]): void {
  for (const name of names) {
    if (held._events?.[name] === undefined) continue;
    held._eventsCount--;
    Reflect.deleteProperty(held._events, name);
  }
  if (names.length > 0 && held._eventsCount > 0) return;
  held._events = noEvents();
  held._eventsCount = 0;
}

/** A copy. */
export function handlersOf({ _events: events }: Held, name: Name): Handler[] {
  const handler = events?.[name];
  if (handler === undefined) return [];
  return typeof handler === 'function' ? [handler] : [...handler];
}

export function namesOf({ _events: events }: Held): Name[] {
  return events ? (Reflect.ownKeys(events) as Name[]).filter((name) => events[name] !== undefined) : [];
}

function listOf(handlers: readonly Handler[]): HandlerList {
  const list = [...handlers] as HandlerList;
  Object.defineProperty(list, emitting, { value: 0, writable: true, enumerable: false });
  return list;
}

function changeable(events: Events, name: Name, list: HandlerList): HandlerList {
  if (list[emitting] === 0) return list;
  const copy = listOf(list);
  if (list.warned) copy.warned = true;
  events[name] = copy;
  return copy;
}
