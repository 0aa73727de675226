// node:timers/promises, tick for tick (Node's lib/timers/promises.js): what can be aborted passes through a finally that takes
// its listener away.
import { AsyncGeneratorState } from '../engine/async/generator.ts';
import type { Frame } from '../engine/frames.ts';
import type { Environment } from '../engine/environment.ts';
import { askedAt } from '../engine/asked.ts';
import type { JobAt } from '../engine/core.ts';
import { invokeThen } from '../engine/promise/capability.ts';
import type { Capability } from '../engine/promise/capability.ts';
import { abortErrorOf, isAborted, onAbort } from './targets/abort.ts';
import { named } from '../engine/named.ts';
import type { TimerFunctions } from './timers.ts';

interface Options {
  readonly signal?: object;
  readonly ref?: boolean;
}

export function createTimerPromises(environment: Environment, timers: TimerFunctions) {
  const setTimeout = (delay?: unknown, value?: unknown, { signal, ref = true }: Options = {}) =>
    cancellable(environment, signal, ({ resolve }) => {
      const timer = timers.setTimeout(
        named('sleep', () => resolve(value)),
        delay,
      );
      if (!ref) timer.unref();
      return () => timers.clearTimeout(timer);
    });
  const setImmediate = (value?: unknown, { signal }: Options = {}) =>
    cancellable(environment, signal, ({ resolve }) => {
      const immediate = timers.setImmediate(named('immediate', () => resolve(value)));
      return () => timers.clearImmediate(immediate);
    });
  const setInterval = (delay?: unknown, value?: unknown, { signal }: Options = {}) => {
    const info = {
      name: 'setInterval',
      line: environment.core.frames.line(),
      length: 0,
      kind: 'async generator',
    } as const;
    const body = (frame: Frame) => intervals(environment, timers, frame, delay, value, signal);
    return environment.generatorObject(new AsyncGeneratorState(environment, info, body));
  };
  const scheduler = {
    wait: (delay: unknown, options?: Options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  };
  return { setTimeout, setImmediate, setInterval, scheduler };
}

/** A promise of what `begin` starts; it gives a function that calls it off. */
function cancellable(
  environment: Environment,
  signal: object | undefined,
  begin: (capability: Capability) => () => void,
): object {
  const capability = environment.promises.newPromiseCapability();
  if (signal && isAborted(signal)) {
    capability.reject(abortErrorOf(signal));
    return capability.promise;
  }
  const cancel = begin(capability);
  if (!signal) return capability.promise;
  const stopListening = onAbort(signal, () => {
    if (capability.slot.state !== 'pending') return;
    cancel();
    capability.reject(abortErrorOf(signal));
  });
  return withFinally(environment, capability.promise, stopListening);
}

/** A new promise that settles as `promise` does, behind a finally: the chain that Node builds. */
function withFinally({ core, promises }: Environment, promise: object, work: () => void): object {
  const inner = promises.newPromiseCapability();
  const outer = promises.newPromiseCapability();
  const passing: JobAt = (line) => ({ kind: 'engine', does: 'result past timers', ...askedAt(line) });
  invokeThen(promise, core.hide(inner.resolve, passing), core.hide(inner.reject, passing));
  const after = promises.finally(inner.promise, work);
  invokeThen(after, core.hide(outer.resolve, passing), core.hide(outer.reject, passing));
  return outer.promise;
}

/** The body of the async generator; ticks of the interval that nobody waits for are kept. */
function* intervals(
  environment: Environment,
  timers: TimerFunctions,
  frame: Frame,
  delay: unknown,
  value: unknown,
  signal: object | undefined,
): Generator {
  const { line } = frame;
  if (signal && isAborted(signal)) throw abortErrorOf(signal);
  let missed = 0;
  let wake: ((value?: unknown) => void) | undefined;
  const callWake = (result?: unknown) => {
    wake?.(result);
    wake = undefined;
  };
  const interval = timers.setInterval(
    named('interval', () => {
      missed++;
      callWake();
    }),
    delay,
  );
  const stopListening = signal && onAbort(signal, () => callWake(rejected(environment, abortErrorOf(signal))));
  try {
    while (!signal || !isAborted(signal)) {
      if (missed === 0)
        yield* environment.yielding.await(
          frame,
          line,
          environment.promise((resolve) => (wake = resolve)),
        );
      for (; missed > 0; missed--) yield* environment.yielding.yield(frame, line, value);
    }
    throw abortErrorOf(signal);
  } finally {
    interval.close();
    stopListening?.();
  }
}

function rejected({ promises }: Environment, reason: unknown): object {
  const { promise, reject } = promises.newPromiseCapability();
  reject(reason);
  return promise;
}
