// Methods of typed arrays and DataViews, which see and change memory that other threads see: on shared memory each is one step, before which
// another thread may go on. What iterates goes on seeing it: from then on all that the thread does may depend on anything.
import type { Environment } from '../engine/environment.ts';
import { hasSlot, viewName } from '../engine/slots.ts';
import { replace } from './patches.ts';

type Native = (this: unknown, ...args: unknown[]) => unknown;

const TypedArrayPrototype = Object.getPrototypeOf(Int32Array.prototype) as object;

/** These give an iterator, which reads later; `toString` is that of arrays. */
const iterating: ReadonlySet<string> = new Set(['values', 'keys', 'entries', 'toLocaleString']);
const untouched: ReadonlySet<string> = new Set(['constructor', 'subarray', 'toString']);

export function watchSharedViews(current: () => Environment): void {
  for (const holder of [TypedArrayPrototype, DataView.prototype]) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      const native: unknown = Object.getOwnPropertyDescriptor(holder, name)?.value;
      if (typeof native === 'function' && !untouched.has(name)) replace(holder, name, watched(name, native as Native));
    }
  }
  const values: unknown = Reflect.get(TypedArrayPrototype, 'values');
  const iterator = Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.iterator);
  Object.defineProperty(TypedArrayPrototype, Symbol.iterator, { ...iterator, value: values });

  function watched(name: string, native: Native): Native {
    const made = {
      [name](this: unknown, ...args: unknown[]): unknown {
        const { turns } = current().core;
        if (turns && isView(this) && turns.memory.isShared(this.buffer)) {
          if (iterating.has(name)) turns.loosen();
          turns.offer(name, { writes: turns.memory.allOf(this) });
          turns.changed();
        }
        return Reflect.apply(native, this, args);
      },
    };
    return made[name] ?? native;
  }
}

function isView(value: unknown): value is DataView {
  return typeof value === 'object' && value !== null && (viewName(value) !== undefined || hasSlot(value, 'view'));
}
