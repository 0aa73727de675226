// The globals of a program: the engine's own in place of the host's, and a globalThis that shows them.
import type { Machine } from '../engine/machine.ts';
import { createAbort } from './abort.ts';
import { callbackOnly } from './arguments.ts';
import { createAtomics } from './atomics.ts';
import { createClockApi } from './clock.ts';
import { createConsole } from './console.ts';
import { createEmitter } from './emitter.ts';
import { createEvents } from './event-target.ts';
import { createMessageChannel } from './message-channel.ts';
import type { GlobalName } from './names.ts';
import { createProcess } from './process.ts';
import { createTimers } from './timers.ts';

export type Globals = ReturnType<typeof createGlobals>;

export function createGlobals(machine: Machine) {
  const { core } = machine;
  const timers = createTimers(machine);
  const { hrtime, performance, Date } = createClockApi(core.clock);
  const EventEmitter = createEmitter(machine);
  const events = createEvents(machine);
  const { process, ending } = createProcess(machine, EventEmitter, hrtime);
  const globals = {
    Promise: machine.promises.constructor_,
    console: createConsole(machine),
    process,
    ...timers,
    queueMicrotask: (callback: unknown) => {
      const work = machine.lane('microtask callback', callbackOnly(callback, machine.formatter), []);
      const line = machine.line();
      const guarded = () => {
        try {
          work();
        } catch (error) {
          core.rethrowHalt();
          machine.uncaught(error);
        }
      };
      machine.jobs.micro(guarded, () => `queueMicrotask of line ${line}`);
    },
    performance,
    Date,
    Math: Object.create(Math, {
      random: { value: () => core.clock.random.next(), writable: true, configurable: true },
    }) as Math,
    Atomics: createAtomics(core),
    ...events,
    ...createAbort(timers, events),
    MessageChannel: createMessageChannel(machine, events),
    structuredClone,
  } satisfies Record<Exclude<GlobalName, 'globalThis' | 'global'>, unknown>;
  return { globals, EventEmitter, process, ending };
}
