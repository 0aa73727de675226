// Promise.prototype.finally: ECMA-262 27.2.5.3.
import { invokeThen } from './capability.ts';
import type { PromiseIntrinsics } from './capability.ts';
import { askedAt } from '../asked.ts';
import type { Core, JobAt } from '../core.ts';

const passing: JobAt = (line) => ({ kind: 'engine', does: 'result past finally', ...askedAt(line) });

/**
 * The Then Finally and Catch Finally functions wait for what `onFinally` gives, then pass on the outcome that they were
 * called with. `hidden`: the handler is the engine's own.
 */
export function promiseFinally(
  core: Core,
  promises: PromiseIntrinsics,
  promise: object,
  onFinally: unknown,
  hidden = false,
): unknown {
  if (typeof onFinally !== 'function') return invokeThen(promise, onFinally, onFinally);
  const constructor = promises.speciesConstructor(promise);
  const after = (outcome: () => unknown) => {
    const result: unknown = Reflect.apply(onFinally, undefined, []);
    return invokeThen(promises.promiseResolveWith(constructor, result), core.hide(outcome, passing));
  };
  const own = <F extends object>(handler: F) =>
    hidden ? core.hide(handler, passing) : core.label(core.nameOf(onFinally) || 'finally', handler);
  return invokeThen(
    promise,
    own((value: unknown) => after(() => value)),
    own((reason: unknown) =>
      after(() => {
        throw reason;
      }),
    ),
  );
}
