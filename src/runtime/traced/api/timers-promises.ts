// node:timers/promises, tick for tick: what can be aborted passes through a finally that takes its listener away.
import { AsyncGeneratorState } from '../engine/async/generator.ts';
import type { Frame } from '../engine/frames.ts';
import type { Machine } from '../engine/machine.ts';
import { thenOf } from '../engine/promise/capability.ts';
import type { Capability } from '../engine/promise/capability.ts';
import { abortErrorOf, isAborted, onAbort } from './abort.ts';
import { named } from '../engine/named.ts';
import type { TimerFunctions } from './timers.ts';

interface Options {
  readonly signal?: object;
  readonly ref?: boolean;
}

export function createTimerPromises(machine: Machine, timers: TimerFunctions) {
  const setTimeout = (delay?: unknown, value?: unknown, { signal, ref = true }: Options = {}) =>
    cancellable(machine, signal, ({ resolve }) => {
      const timer = timers.setTimeout(
        named('sleep', () => resolve(value)),
        delay,
      );
      if (!ref) timer.unref();
      return () => timers.clearTimeout(timer);
    });
  const setImmediate = (value?: unknown, { signal }: Options = {}) =>
    cancellable(machine, signal, ({ resolve }) => {
      const immediate = timers.setImmediate(named('immediate', () => resolve(value)));
      return () => timers.clearImmediate(immediate);
    });
  const setInterval = (delay?: unknown, value?: unknown, { signal }: Options = {}) => {
    const info = { name: 'setInterval', line: machine.core.frames.line(), length: 0, kind: 'async generator' } as const;
    const body = (frame: Frame) => intervals(machine, timers, frame, delay, value, signal);
    return machine.generatorObject(new AsyncGeneratorState(machine, info, body));
  };
  const scheduler = {
    wait: (delay: unknown, options?: Options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  };
  return { setTimeout, setImmediate, setInterval, scheduler };
}

/** A promise of what `begin` starts; it gives a function that calls it off. */
function cancellable(
  machine: Machine,
  signal: object | undefined,
  begin: (capability: Capability) => () => void,
): object {
  const capability = machine.promises.create();
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
  return withFinally(machine, capability.promise, stopListening);
}

/** A new promise that settles as `promise` does, behind a finally: the chain that Node builds. */
function withFinally({ core, promises }: Machine, promise: object, work: () => void): object {
  const inner = promises.create();
  const outer = promises.create();
  const passing = () => 'pass the result of timers/promises on';
  thenOf(promise, core.hide(inner.resolve, passing), core.hide(inner.reject, passing));
  const after = promises.finally(inner.promise, work);
  thenOf(after, core.hide(outer.resolve, passing), core.hide(outer.reject, passing));
  return outer.promise;
}

/** The body of the async generator; ticks of the interval that nobody waits for are kept. */
function* intervals(
  machine: Machine,
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
  const stopListening = signal && onAbort(signal, () => callWake(rejected(machine, abortErrorOf(signal))));
  try {
    while (!signal || !isAborted(signal)) {
      if (missed === 0)
        yield* machine.yielding.wait(
          frame,
          line,
          machine.promise((resolve) => (wake = resolve)),
        );
      for (; missed > 0; missed--) yield* machine.yielding.one(frame, line, value);
    }
    throw abortErrorOf(signal);
  } finally {
    interval.close();
    stopListening?.();
  }
}

function rejected({ promises }: Machine, reason: unknown): object {
  const { promise, reject } = promises.create();
  reject(reason);
  return promise;
}
