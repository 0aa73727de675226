// Internal slots of objects (ECMA-262 10.1): what an object is, whatever it inherits from and whatever a program has changed.

type Getter = (this: unknown) => unknown;

const getterOf = (prototype: object, key: PropertyKey): Getter =>
  Reflect.get(Object.getOwnPropertyDescriptor(prototype, key) ?? {}, 'get') as Getter;
const valueOf = (prototype: object): Getter => Reflect.get(prototype, 'valueOf') as Getter;
const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;

type Primitive = 'boolean' | 'number' | 'string' | 'bigint' | 'symbol';
export type Slot = Primitive | 'date' | 'regExp' | 'map' | 'set' | 'buffer' | 'shared' | 'view';

/** Each throws for an object that has not the internal slot (ECMA-262 10.1, table of internal slots). */
export const slots: Readonly<Record<Slot, Getter>> = {
  boolean: valueOf(Boolean.prototype),
  number: valueOf(Number.prototype),
  string: valueOf(String.prototype),
  bigint: valueOf(BigInt.prototype),
  symbol: valueOf(Symbol.prototype),
  date: valueOf(Date.prototype),
  regExp: getterOf(RegExp.prototype, 'source'),
  map: getterOf(globalThis.Map.prototype, 'size'),
  set: getterOf(globalThis.Set.prototype, 'size'),
  buffer: getterOf(ArrayBuffer.prototype, 'byteLength'),
  // a Worker has the class only once the realm is made ready
  shared: function (this: unknown): unknown {
    return Reflect.apply(getterOf(SharedArrayBuffer.prototype, 'byteLength'), this, []);
  },
  view: getterOf(DataView.prototype, 'byteLength'),
};

/** Whether `value` has the internal slot, whatever it inherits from. */
export function hasSlot(value: object, slot: Slot): boolean {
  if (slot === 'regExp' && value === RegExp.prototype) return false;
  try {
    Reflect.apply(slots[slot], value, []);
    return true;
  } catch {
    return false;
  }
}

/** The class of a typed array; undefined for anything else. */
export function viewName(value: unknown): string | undefined {
  const name: unknown = Reflect.apply(getterOf(TypedArrayPrototype, Symbol.toStringTag), value, []);
  return typeof name === 'string' ? name : undefined;
}
