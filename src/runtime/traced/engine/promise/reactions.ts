// What `then` adds to a promise: ECMA-262's PerformPromiseThen. A handler of the program runs as a strand of its own.
import { settleAsStrand, settleWith } from './capability.ts';
import type { Capability } from './capability.ts';
import type { Core } from '../core.ts';
import { ofLine } from '../labels.ts';
import type { PromiseSlot, PromiseStates, Settled } from './state.ts';

/** Calls the handler for the state once the promise is settled; without one its value or error is passed on. */
export function react(
  core: Core,
  states: PromiseStates,
  slot: PromiseSlot,
  handlers: Readonly<Record<Settled, unknown>>,
  capability: Capability,
): void {
  const author = core.frames.author();
  const line = core.frames.line();
  states.react(slot, {
    run: (state, value) => {
      const handler = handlers[state];
      if (typeof handler !== 'function') {
        if (state === 'fulfilled') capability.resolve(value);
        else capability.reject(value);
        return;
      }
      const work = () => Reflect.apply(handler, undefined, [value]) as unknown;
      if (core.hidden(handler)) settleWith(core, capability, work);
      else
        settleAsStrand(
          core,
          core.frames.create('then callback', handler.name || 'then', line, author),
          capability,
          work,
        );
    },
    label: (state) => {
      const handler = handlers[state];
      if (typeof handler === 'function') return `${core.hidden(handler)?.() ?? 'then callback'}${ofLine(line)}`;
      return `pass the ${state === 'fulfilled' ? 'value' : 'error'} on by then${ofLine(line)}`;
    },
  });
}
