// once(): a promise of the next event (Node's lib/events.js); and what both kinds of emitters have in common.
import type { Environment } from '../../engine/environment.ts';
import { abortErrorOf, isAborted, onAbort } from '../targets/abort.ts';
import type { Name } from './handlers.ts';

/** A promise of the next event's arguments; of an emitter's "error" event the error. */
export function once(environment: Environment, emitter: object, name: Name, options: { signal?: object } = {}): object {
  const { signal } = options;
  const wait = environment.promise((resolve, reject) => {
    if (signal && isAborted(signal)) return reject(abortErrorOf(signal));
    const stop = signal && onAbort(signal, () => end(() => reject(abortErrorOf(signal))));
    const end = (settle: () => void) => {
      stopListening(emitter, name, onEvent);
      if ('once' in emitter) stopListening(emitter, 'error', onError);
      stop?.();
      settle();
    };
    const onEvent = (...args: unknown[]) => end(() => resolve(args));
    const onError = (error: unknown) => end(() => reject(error));
    listenOnce(emitter, name, onEvent);
    if (name !== 'error' && 'once' in emitter) listenOnce(emitter, 'error', onError);
  });
  return environment.adopted(wait);
}

/** Of an EventEmitter or an EventTarget. */
export function listen(emitter: object, name: Name, listener: unknown): void {
  call(emitter, 'on' in emitter ? 'on' : 'addEventListener', name, listener);
}

function listenOnce(emitter: object, name: Name, listener: unknown): void {
  if ('once' in emitter) call(emitter, 'once', name, listener);
  else call(emitter, 'addEventListener', name, listener, { once: true });
}

export function stopListening(emitter: object, name: Name, listener: unknown): void {
  call(emitter, 'removeListener' in emitter ? 'removeListener' : 'removeEventListener', name, listener);
}

function call(target: object, method: string, ...args: readonly unknown[]): void {
  const found: unknown = Reflect.get(target, method);
  if (typeof found === 'function') Reflect.apply(found, target, args);
}
