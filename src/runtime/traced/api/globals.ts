// The globals of a program: the engine's own in place of the host's. Each is made when it is first asked for: a program
// that is run a thousand times pays for what it uses alone.
import { ofLine } from '../engine/labels.ts';
import type { Machine } from '../engine/machine.ts';
import { createAbort } from './abort.ts';
import { callbackOnly } from './arguments.ts';
import { createAtomics } from './atomics.ts';
import { createClockApi } from './clock.ts';
import { createConsole } from './console.ts';
import { createEmitter } from './emitter.ts';
import { Ending } from './ending.ts';
import { createEvents } from './event-target.ts';
import { createMessageChannel } from './message-channel.ts';
import type { GlobalName } from './names.ts';
import { createProcess } from './process.ts';
import { createTimers } from './timers.ts';

export type Globals = ReturnType<typeof createGlobals>;

export function createGlobals(machine: Machine) {
  const { core } = machine;
  const timers = createTimers(machine);
  const ending = new Ending(machine);
  machine.uncaught = (error, origin) => ending.uncaught(error, origin);
  const clock = lazy(() => createClockApi(core.clock));
  const emitter = lazy(() => createEmitter(machine));
  const events = lazy(() => createEvents(machine));
  const abort = lazy(() => createAbort(timers, events()));
  const process = lazy(() => createProcess(machine, emitter(), clock().hrtime, ending));
  const globals = {
    Promise: () => machine.promises.constructor_,
    console: lazy(() => createConsole(machine)),
    process,
    setTimeout: () => timers.setTimeout,
    setInterval: () => timers.setInterval,
    setImmediate: () => timers.setImmediate,
    clearTimeout: () => timers.clearTimeout,
    clearInterval: () => timers.clearInterval,
    clearImmediate: () => timers.clearImmediate,
    queueMicrotask: () => (callback: unknown) => queueMicrotask(machine, callback),
    performance: () => clock().performance,
    Date: () => clock().Date,
    Math: () => withRandom(() => core.clock.random.next()),
    Atomics: () => createAtomics(core),
    Event: () => events().Event,
    EventTarget: () => events().EventTarget,
    AbortController: () => abort().AbortController,
    AbortSignal: () => abort().AbortSignal,
    MessageChannel: lazy(() => createMessageChannel(machine, events())),
    structuredClone: () => structuredClone,
  } satisfies Record<Exclude<GlobalName, 'globalThis' | 'global'>, () => unknown>;
  return { globals, timers, emitter, ending };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What the callback throws is uncaught at once, and the other microtasks run on. */
function queueMicrotask(machine: Machine, callback: unknown): void {
  const work = machine.strand('microtask callback', callbackOnly(callback, machine.formatter), []);
  const line = machine.core.frames.line();
  const guarded = () => {
    try {
      work();
    } catch (error) {
      machine.core.rethrowHalt();
      machine.uncaught(error);
    }
  };
  machine.jobs.micro(guarded, () => `microtask callback${ofLine(line)}`);
}

function withRandom(random: () => number): object {
  return Object.create(Math, { random: { value: random, writable: true, configurable: true } }) as object;
}
