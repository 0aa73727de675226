// Atomics in a program that is alone: a wait can only run out, on the virtual clock.
import { Halt } from '../engine/loop/halt.ts';
import type { Environment } from '../engine/environment.ts';
import { refuseMember } from './refuse.ts';

/** The functions of Atomics that wait. */
export function createAtomics(current: () => Environment): Record<'wait' | 'waitAsync', (...args: never[]) => unknown> {
  return {
    wait(cells: Int32Array, index: number, expected: number, timeout = Infinity): string {
      const { core } = current();
      if (Atomics.load(cells, index) !== expected) return 'not-equal';
      if (timeout === Infinity || Number.isNaN(timeout)) {
        const line = core.frames.line();
        const text = `stopped: line ${line} waits for a notify, and no other thread is there to give it`;
        return core.halt(new Halt({ reason: 'wait', text }));
      }
      core.clock.standStill(Math.max(0, timeout), { what: 'Atomics.wait' });
      if (core.traced) core.emit({ kind: 'time', to: core.clock.now });
      return 'timed-out';
    },
    waitAsync: () => refuseMember(current(), 'Atomics.waitAsync'),
  };
}
