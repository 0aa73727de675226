// Atomics in a program that is alone: a wait can only run out, on the virtual clock.
import { Halt } from '../engine/loop/halt.ts';
import type { Core } from '../engine/core.ts';

export function createAtomics(core: Core): object {
  return Object.create(Atomics, {
    wait: {
      value: (cells: Int32Array, index: number, expected: number, timeout = Infinity): string => {
        if (Atomics.load(cells, index) !== expected) return 'not-equal';
        if (timeout === Infinity || Number.isNaN(timeout)) {
          const line = core.frames.line();
          const text = `stopped: line ${line} waits for a notify, and no other thread is there to give it`;
          return core.halt(new Halt({ reason: 'wait', text }));
        }
        core.clock.jump(core.clock.now + Math.max(0, timeout));
        if (core.traced) core.emit({ kind: 'time', to: core.clock.now });
        return 'timed-out';
      },
      writable: true,
      configurable: true,
    },
  }) as object;
}
