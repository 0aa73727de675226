// What a `then` of the program waits with: the reaction whose job calls its handler. A handler of the program runs as a
// strand of its own, one of the engine as a plain microtask.
import { settleAsStrand, settleWith } from './capability.ts';
import type { Capability } from './capability.ts';
import { askedAt } from '../asked.ts';
import type { Core } from '../core.ts';
import type { PromiseReaction, PromiseSlot, Settled } from './slot.ts';

/**
 * The reaction of a `then` on `promise`. Its `run` is the job of NewPromiseReactionJob (ECMA-262 27.2.2.1): calls the
 * handler for the state and settles `capability` with what it gives or throws; without a handler the value or the error
 * is passed on.
 */
export function reactionOf(
  core: Core,
  promise: PromiseSlot,
  handlers: Readonly<Record<Settled, unknown>>,
  capability: Capability,
): PromiseReaction {
  const author = core.frames.author();
  const line = core.frames.line();
  return {
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
          core.frames.create('then callback', core.nameOf(handler) || 'then', line, author),
          capability,
          work,
        );
    },
    what: (state) => {
      const handler = handlers[state];
      const reaction = { kind: 'reaction', promise: promise.id, ...askedAt(line) } as const;
      if (typeof handler === 'function') return core.hidden(handler)?.(line) ?? { ...reaction, how: 'call' };
      return { ...reaction, how: state === 'fulfilled' ? 'value' : 'error' };
    },
  };
}
