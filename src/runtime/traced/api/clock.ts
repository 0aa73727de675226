// Date and performance on the virtual clock. Every reading costs a little, so that a loop waiting for time comes to an end.
import type { Clock } from '../engine/loop/clock.ts';
import { named } from '../engine/named.ts';

/** 2030-01-01T00:00:00Z: when every virtual run begins. */
const epoch = 1_893_456_000_000;

/** The language's Date (ECMA-262 21.4.2) with the time of the clock that `current` gives. */
export function createDate(current: () => Clock): object {
  const HostDate = Date;
  const now = () => Math.floor(epoch + current().read());
  function ProgramDate(...args: readonly unknown[]): unknown {
    if ((new.target as unknown) === undefined) return new HostDate(now()).toString();
    return Reflect.construct(HostDate, args.length === 0 ? [now()] : args, new.target);
  }
  const statics = Object.getOwnPropertyDescriptors(HostDate);
  Object.defineProperties(ProgramDate, { ...statics, now: { ...statics.now, value: named('now', () => now()) } });
  return ProgramDate;
}

export function createClockApi(clock: Clock) {
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
    performance,
    hrtime: Object.assign(hrtime, { bigint: () => BigInt(Math.round(clock.read() * 1e6)) }),
  };
}
