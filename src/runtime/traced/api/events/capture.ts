// captureRejections: the promise that a listener returns is watched, and what it rejects with is told to the emitter.
import { named } from '../../engine/named.ts';
import type { Environment } from '../../engine/environment.ts';
import { captureRejectionSymbol, kCapture } from './shape.ts';
import type { Emitter } from './shape.ts';

/** addCatch of Node's lib/events.js; `result` is what a listener returned. */
export function watch(
  environment: Environment,
  emitter: Emitter,
  result: unknown,
  [name, args]: readonly [string | symbol, readonly unknown[]],
): void {
  if (!emitter[kCapture] || result === undefined || result === null) return;
  const report = named('report', (error: unknown) =>
    environment.taskQueues.nextTick(
      () => rejected(emitter, error, name, args),
      () => ({ kind: 'engine', does: 'listener error' }),
    ),
  );
  try {
    const then: unknown = Reflect.get(Object(result) as object, 'then', result);
    if (typeof then === 'function') Reflect.apply(then, result, [undefined, report]);
  } catch (thrown) {
    emitter.emit('error', environment.core.caught(thrown));
  }
}

function rejected(emitter: Emitter, error: unknown, name: string | symbol, args: readonly unknown[]): void {
  const own: unknown = Reflect.get(emitter, captureRejectionSymbol);
  if (typeof own === 'function') {
    Reflect.apply(own, emitter, [error, name, ...args]);
    return;
  }
  const before = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = before;
  }
}
