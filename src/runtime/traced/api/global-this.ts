// What a program sees as globalThis: the engine's globals through the doors that the compiled program opened, its own
// properties, and behind them the host's.
import type { Instrumentation } from '../engine/instrumentation.ts';

export function createGlobalThis(instrumentation: Instrumentation): object {
  const own: object = {};
  const door = (key: PropertyKey) => instrumentation.doors.find(([name]) => name === key);
  return new Proxy(own, {
    get: (_, key) => {
      const found = door(key);
      if (found) return found[1]();
      const value: unknown = Reflect.get(Reflect.has(own, key) ? own : globalThis, key);
      return value;
    },
    set: (_, key, value) => {
      const found = door(key);
      if (found) found[2](value);
      else Reflect.set(own, key, value);
      return true;
    },
    has: (_, key) => door(key) !== undefined || key in own || key in globalThis,
  });
}
