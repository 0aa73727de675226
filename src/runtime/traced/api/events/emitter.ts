// EventEmitter (Node's lib/events.js): a function rather than a class, since old programs call it on objects of their own.
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import type { Refusals } from '../refusals.ts';
import { noEvents } from './handlers.ts';
import { emitterMethods } from './methods.ts';
import { captureRejectionSymbol, errorMonitor, kCapture, kShapeMode } from './shape.ts';
import type { Emitter, EmitterClass } from './shape.ts';
import { booleanOnly, numberOnly } from './checks.ts';
import { eventFunctions } from './module.ts';

const mostListeners = 10;

/** A new one for each run, so that a program may patch it or extend it. */
export function createEmitter(environment: Environment, refusals: Refusals): EmitterClass {
  function EventEmitter(this: Emitter, options?: { readonly captureRejections?: unknown }): void {
    Reflect.apply(init, this, [options]);
  }
  const made = named('EventEmitter', EventEmitter) as unknown as EmitterClass;
  const { prototype } = made;

  function init(this: Emitter, options?: { readonly captureRejections?: unknown }): void {
    const isOwn = this._events === undefined || this._events === (Object.getPrototypeOf(this) as Emitter)._events;
    if (isOwn) {
      this._events = noEvents();
      this._eventsCount = 0;
    }
    this._maxListeners ??= undefined;
    this[kShapeMode] = !isOwn;
    const captures = options?.captureRejections;
    if (captures !== undefined) booleanOnly(captures, 'options.captureRejections', environment.formatter);
    this[kCapture] = captures === undefined ? prototype[kCapture] : captures === true;
  }

  Object.defineProperty(prototype, kCapture, { value: false, writable: true });
  Object.assign(prototype, { _events: undefined, _eventsCount: 0, _maxListeners: undefined });
  Object.assign(prototype, emitterMethods(environment, made));
  Object.assign(made, { EventEmitter: made, init, usingDomains: false, captureRejectionSymbol, errorMonitor });
  defineLimits(environment, made);
  Object.assign(made, eventFunctions(environment, made));
  refusals.guard('EventEmitter', made);
  refusals.guard('emitter', prototype);
  return made;
}

/** What all emitters of a run share. */
function defineLimits({ formatter }: Environment, made: EmitterClass): void {
  let most = mostListeners;
  Object.defineProperty(made, 'defaultMaxListeners', {
    get: () => most,
    set: (count: unknown) => (most = numberOnly(count, 'defaultMaxListeners', formatter)),
    enumerable: true,
  });
  Object.defineProperty(made, 'captureRejections', {
    get: () => made.prototype[kCapture],
    set: (value: unknown) => {
      booleanOnly(value, 'EventEmitter.captureRejections', formatter);
      made.prototype[kCapture] = value === true;
    },
    enumerable: true,
  });
}
