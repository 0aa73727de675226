// The globals of a program: the engine's own in place of the host's. Each is made when it is first asked for: a program
// that is run a thousand times pays for what it uses alone.
import { askedAt } from '../engine/asked.ts';
import type { Environment } from '../engine/environment.ts';
import { createAbort } from './targets/abort.ts';
import { callbackOnly } from './arguments.ts';
import { createAsyncDisposableStack } from './async-disposable-stack.ts';
import { createClockApi } from './clock.ts';
import { createConsole } from './console.ts';
import { createCrypto } from './web/crypto.ts';
import { createEmitter } from './events/emitter.ts';
import { Ending } from './process/ending.ts';
import { createEvents } from './targets/event-target.ts';
import { createMessageChannel } from './targets/message-channel.ts';
import { lazy } from './lazy.ts';
import type { GlobalName } from './names.ts';
import { cloned } from './web/structured-clone.ts';
import { createProcess } from './process/process.ts';
import type { RealmGlobals } from './realm-globals.ts';
import type { Refusals } from './refusals.ts';
import { createTimers, timerSetter } from './timers.ts';
import { ThreadSide } from './workers/thread.ts';
import { Warnings } from './process/warnings.ts';

export type Globals = ReturnType<typeof createGlobals>;

/** `shared`: what is the same in each run of a realm. */
export function createGlobals(environment: Environment, refusals: Refusals, shared: RealmGlobals) {
  const { core } = environment;
  const timers = createTimers(environment);
  const ending = new Ending(environment);
  environment.uncaught = (error, origin) => ending.uncaught(error, origin);
  const warnings = new Warnings(environment);
  environment.warn = (text, parts) => warnings.emit(Object.assign(new Error(text), parts));
  const clock = lazy(() => createClockApi(core.clock));
  const emitter = lazy(() => createEmitter(environment, refusals));
  const events = lazy(() => createEvents(environment, refusals));
  const abort = lazy(() => createAbort(timerSetter(environment, 'limit'), events(), refusals));
  const process = lazy(() => createProcess(environment, refusals, emitter(), clock().hrtime, { ending, warnings }));
  const channels = lazy(() => createMessageChannel(environment, events(), refusals));
  const { mailbox } = environment;
  const side = core.turns && mailbox && new ThreadSide(environment, core.turns, mailbox, channels);
  if (side) environment.courier = side.courier;
  ending.side = side;
  const crypto = lazy(() => createCrypto(environment, refusals));
  const globals = {
    Promise: () => environment.promises.intrinsic,
    console: lazy(() => createConsole(environment, refusals)),
    process,
    setTimeout: () => timers.setTimeout,
    setInterval: () => timers.setInterval,
    setImmediate: () => timers.setImmediate,
    clearTimeout: () => timers.clearTimeout,
    clearInterval: () => timers.clearInterval,
    clearImmediate: () => timers.clearImmediate,
    queueMicrotask: () => (callback: unknown) => queueMicrotask(environment, callback),
    performance: lazy(() => refusals.guard('performance', clock().performance)),
    Event: () => events().Event,
    EventTarget: () => events().EventTarget,
    CustomEvent: () => events().CustomEvent,
    AbortController: () => abort().AbortController,
    AbortSignal: () => abort().AbortSignal,
    MessageChannel: () => channels().MessageChannel,
    crypto: () => crypto().crypto,
    AsyncDisposableStack: lazy(() => createAsyncDisposableStack(environment)),
    structuredClone: lazy(() => (value: unknown) => cloned(environment, value)),
  } satisfies Record<GlobalName, () => unknown>;
  return { globals, shared, timers, emitter, channels, side, crypto, ending, refusals };
}

/**
 * queueMicrotask of Node's lib/internal/process/task_queues.js: what the callback throws is uncaught at once, and the other
 * microtasks run on.
 */
function queueMicrotask(environment: Environment, callback: unknown): void {
  const work = environment.strand('microtask callback', callbackOnly(callback, environment.formatter), []);
  const line = environment.core.frames.line();
  const guarded = () => {
    try {
      work();
    } catch (thrown) {
      const error = environment.core.caught(thrown);
      environment.uncaught(error);
    }
  };
  environment.taskQueues.enqueueMicrotask(guarded, () => ({ kind: 'callback', of: 'microtask', ...askedAt(line) }));
}
