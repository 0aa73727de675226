// Elements of arrays, as a program with shared memory reads and writes them in brackets: before each access to shared memory another thread
// may go on. In `cells[0] += 1` there are two accesses.
import { isObject } from '../engine/object.ts';
import type { Turns } from './turns.ts';

type Elements = Record<PropertyKey, unknown>;

/** An element, between its read and its write. */
interface Reference {
  get(): unknown;
  put(value: unknown): unknown;
}

export class ElementAccess {
  readonly #turns: Turns | undefined;
  /** What was referred to last: `+=` and its kin read it and write it. */
  at: Reference | undefined;

  constructor(turns: Turns | undefined) {
    this.#turns = turns;
  }

  get(object: unknown, key: unknown): unknown {
    const cells = this.#cellsOf(object, key);
    if (cells) this.#turns?.offer('read', { reads: cells });
    const value = (object as Elements)[key as PropertyKey];
    if (cells) this.#turns?.saw('read', cells.join(' '), value);
    return value;
  }

  set(object: unknown, key: unknown, value: unknown): unknown {
    const cells = this.#cellsOf(object, key);
    if (cells) {
      this.#turns?.offer('write', { writes: cells });
      this.#turns?.changed();
    }
    (object as Elements)[key as PropertyKey] = value;
    return value;
  }

  /** Of both accesses the key is the same property. */
  reference(object: unknown, key: unknown): Reference {
    const property = isObject(key) ? propertyKey(key) : key;
    return { get: () => this.get(object, property), put: (value) => this.set(object, property, value) };
  }

  /** `++` and `--`, before the element or behind it. */
  increment(object: unknown, key: unknown, step: 1 | -1, isPrefix: boolean): unknown {
    const element = this.reference(object, key);
    const value = element.get();
    const before = typeof value === 'bigint' ? value : Number(value);
    const after = typeof before === 'bigint' ? before + BigInt(step) : before + step;
    element.put(after);
    return isPrefix ? after : before;
  }

  #cellsOf(object: unknown, key: unknown): readonly string[] | undefined {
    if (typeof key !== 'number' || !this.#turns?.memory.isElements(object)) return undefined;
    return Number.isInteger(key) && key >= 0 && key < object.length
      ? this.#turns.memory.cellsOf(object, key)
      : undefined;
  }
}

/** ToPropertyKey (ECMA-262 7.1.19) of an object. */
function propertyKey(key: object): PropertyKey {
  const [property] = Reflect.ownKeys({ [key as never]: 0 });
  return property ?? '';
}
