// Node's own timers on a virtual clock: its code, its lists, its order, but time jumps to the next timer once nothing
// else can run. Loaded with `node --expose-internals --import`; the fuzzer alone uses it.
import { createRequire } from 'node:module';
import { z } from 'zod';

const load = createRequire(import.meta.url);

type TimersCallback = (now: number) => number;
interface TimersBinding {
  getLibuvNow: () => number;
  scheduleTimer: (ms: number) => void;
  setupTimers: (processImmediate: () => void, processTimers: TimersCallback) => void;
  readonly immediateInfo: Uint32Array;
}
interface InternalTimers {
  readonly timerListQueue: { peek(): { readonly expiry: number } | undefined };
  readonly getTimerCallbacks: (runNextTicks: () => void) => {
    processImmediate: () => void;
    processTimers: TimersCallback;
  };
}

const internal = z.custom<object>((value) => typeof value === 'object' && value !== null);
const { internalBinding } = internal.parse(load('internal/test/binding')) as {
  internalBinding: (name: 'timers') => TimersBinding;
};
const binding = internalBinding('timers');
const { timerListQueue, getTimerCallbacks } = internal.parse(load('internal/timers')) as InternalTimers;
const { setupTaskQueue } = internal.parse(load('internal/process/task_queues')) as {
  setupTaskQueue: () => { runNextTicks: () => void };
};

let now = 0;
let threw = false;
const schedule = binding.scheduleTimer;
binding.getLibuvNow = () => now;
binding.scheduleTimer = () => {
  Reflect.apply(schedule, binding, [0]);
};

const { processImmediate, processTimers } = getTimerCallbacks(setupTaskQueue().runNextTicks);
binding.setupTimers(processImmediate, () => {
  const due = timerListQueue.peek()?.expiry ?? now;
  const idle = binding.immediateInfo[0] === 0;
  // after an error Node calls again at once, and time must not pass in between
  if (idle && !threw) now = Math.max(now, due);
  threw = true;
  const next = processTimers(now);
  threw = false;
  return Math.sign(next);
});
