// Date and performance on the virtual clock. Every reading costs a little, so that a loop waiting for time comes to an end.
import type { Clock } from '../engine/loop/clock.ts';
import { named } from '../engine/named.ts';

/** 2030-01-01T00:00:00Z: when every virtual run begins. */
const epoch = 1_893_456_000_000;

export function createClockApi(clock: Clock) {
  const now = () => Math.floor(epoch + clock.read());

  class ProgramDate extends Date {
    static {
      named('Date', this);
    }

    constructor(...args: readonly unknown[]) {
      if (args.length === 0) super(now());
      else super(...(args as [number]));
    }

    static override now(): number {
      return now();
    }
  }
  const performance = {
    timeOrigin: epoch,
    now: () => clock.read(),
    toJSON: () => ({ timeOrigin: epoch }),
  };
  const pair = (ms: number): [number, number] => [Math.floor(ms / 1000), Math.round((ms % 1000) * 1e6)];
  const hrtime = (since?: readonly [number, number]): [number, number] => {
    const [seconds, nanoseconds] = pair(clock.read());
    if (!since) return [seconds, nanoseconds];
    const [s, n] = [seconds - since[0], nanoseconds - since[1]];
    return n < 0 ? [s - 1, n + 1e9] : [s, n];
  };
  return {
    Date: ProgramDate,
    performance,
    hrtime: Object.assign(hrtime, { bigint: () => BigInt(Math.round(clock.read() * 1e6)) }),
  };
}
