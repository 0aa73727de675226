// The functions of node:events, which EventEmitter has as well.
import type { Environment } from '../../engine/environment.ts';
import { onAbort } from '../targets/abort.ts';
import { coded, received } from '../arguments.ts';
import { refuseMember } from '../refuse.ts';
import { numberOnly } from './checks.ts';
import type { EmitterClass } from './shape.ts';
import type { Name } from './handlers.ts';
import { on } from './on.ts';
import { once } from './once.ts';

export function eventFunctions(environment: Environment, EventEmitter: EmitterClass) {
  const asked = (emitter: object, method: string, ...args: readonly unknown[]): unknown => {
    const found: unknown = Reflect.get(emitter, method);
    if (typeof found === 'function') return Reflect.apply(found, emitter, args);
    if (Reflect.has(emitter, 'addEventListener')) {
      return refuseMember(environment, `what node:events knows of an EventTarget`);
    }
    const what = received(emitter, environment.formatter.inspect);
    const text = `The "emitter" argument must be an instance of EventEmitter or EventTarget. Received ${what}`;
    throw coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
  };
  return {
    once: (emitter: object, name: Name, options?: { signal?: object }) => once(environment, emitter, name, options),
    on: (emitter: object, name: Name, options?: object) => on(environment, emitter, name, options),
    getEventListeners: (emitter: object, name: Name) => asked(emitter, 'listeners', name),
    getMaxListeners: (emitter: object) => asked(emitter, 'getMaxListeners'),
    listenerCount: (emitter: object, name: Name) => asked(emitter, 'listenerCount', name),
    setMaxListeners: (count: number, ...emitters: readonly object[]) => {
      numberOnly(count, 'setMaxListeners', environment.formatter);
      if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
      for (const emitter of emitters)
        if (Reflect.has(emitter, 'setMaxListeners')) asked(emitter, 'setMaxListeners', count);
    },
    addAbortListener: (signal: object, listener: (event: unknown) => void) => {
      const stop = onAbort(signal, listener);
      return { [Symbol.dispose]: stop };
    },
  };
}
