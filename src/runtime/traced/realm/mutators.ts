// The functions of the language that can change an object otherwise than an assignment and a `delete` do: its prototype,
// whether it can be extended, attributes of properties, properties that are not enumerable. In a realm each reports
// to the intrinsics when it is called. The realm's own are meant, not those that the engine has for itself.
import type { Intrinsics } from './intrinsics.ts';
import { natively, replace } from './patches.ts';

type Native = (this: unknown, ...args: unknown[]) => unknown;

const mutators = [
  [globalThis.Object, ['defineProperty', 'defineProperties', 'freeze', 'seal', 'preventExtensions', 'setPrototypeOf']],
  [globalThis.Reflect, ['defineProperty', 'preventExtensions', 'setPrototypeOf']],
  [Error, ['captureStackTrace']],
] as const;

/** Call it before the intrinsics are made; `current` gives them once they are. */
export function watchMutators(current: () => Intrinsics | undefined): void {
  for (const [holder, names] of mutators) {
    for (const name of names) {
      const native = Reflect.get(holder, name) as Native;
      const work = {
        [name]: (...args: unknown[]): unknown => (current()?.report(args[0]), Reflect.apply(native, holder, args)),
      };
      replace(holder, name, work[name] ?? native);
    }
  }
  const accessor = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__') as Required<PropertyDescriptor>;
  const setter = {
    ['set __proto__'](this: unknown, value: unknown): void {
      current()?.report(this);
      Reflect.apply(accessor.set, this, [value]);
    },
  };
  const set = natively(Reflect.get(setter, 'set __proto__'));
  Object.defineProperty(Object.prototype, '__proto__', { get: accessor.get, set });
}
