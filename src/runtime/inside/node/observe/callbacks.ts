// Gives strands to what the event loop calls back: each callback becomes one where it is registered. It is called at the same
// moment as before, with nothing between, so that the order is the same.
import timers from 'node:timers';
import { syncBuiltinESMExports } from 'node:module';
import { replace } from '../shared/replace.ts';
import type { Strands } from './strands.ts';

type Callback = (...values: unknown[]) => unknown;

/** Wraps the callbacks of timers, immediates, ticks, microtasks and reactions of promises. */
export function observeCallbacks(strands: Strands): void {
  const wrap = (hook: string, callback: Callback): Callback => {
    const strand = strands.create({ kind: 'callback', name: hook }, [callback.name]);
    return function (this: unknown, ...values) {
      strands.push(strand);
      try {
        return strands.returning(strand, Reflect.apply(callback, this, values));
      } finally {
        strands.pop(strand);
      }
    };
  };
  const register = (owner: object, name: string, hook: string, count = 1): void =>
    replace(owner, [name], ({ values, go }) =>
      go(values.map((value, index) => (index < count && isCallback(value) ? wrap(hook, value) : value))),
    );
  for (const owner of [globalThis, timers]) {
    register(owner, 'setTimeout', 'timer');
    register(owner, 'setInterval', 'timer');
    register(owner, 'setImmediate', 'immediate');
  }
  register(globalThis, 'queueMicrotask', 'microtask');
  register(process, 'nextTick', 'nextTick');
  register(Promise.prototype, 'then', 'then', 2);
  syncBuiltinESMExports();
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}
