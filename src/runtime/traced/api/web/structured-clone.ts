// structuredClone: StructuredSerializeInternal and StructuredDeserialize of the HTML standard
// (https://html.spec.whatwg.org/multipage/structured-data.html), in one walk. The copy is made of the realm's own objects.
import type { Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import { hasSlot, slots, viewName } from '../../engine/slots.ts';
import { dataCloneError } from './dom-exception.ts';
import { refuseMember } from '../refuse.ts';

/** What has a state that no copy can have, by what it inherits from. */
const unique: readonly object[] = [
  globalThis.WeakMap.prototype,
  globalThis.WeakSet.prototype,
  WeakRef.prototype,
  Iterator.prototype,
  Intl.NumberFormat.prototype,
  Intl.DateTimeFormat.prototype,
];

const errorClasses = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;
const NativeMap = globalThis.Map;
const NativeSet = globalThis.Set;
const NativeDate = Date;

/** A copy of `value`; throws a DataCloneError, or what a getter of the program throws. */
export function cloned(environment: Environment, value: unknown, moving: Moving = {}): unknown {
  return new Cloner(environment, moving).clone(value);
}

/** What is not copied. */
export interface Moving {
  /** Stays what it is. */
  readonly moved?: readonly object[];
  /** Told of each object that is not among them, before it is copied; may throw. */
  readonly check?: (value: object) => void;
}

class Cloner {
  readonly #environment: Environment;
  readonly #copies = new Map<object, object>();
  readonly #check: Moving['check'];

  constructor(environment: Environment, { moved = [], check }: Moving) {
    this.#environment = environment;
    this.#check = check;
    for (const object of moved) this.#copies.set(object, object);
  }

  clone(value: unknown): unknown {
    if (typeof value === 'symbol') throw dataCloneError(() => String(value));
    if (typeof value === 'function')
      throw dataCloneError(() => refuseMember(this.#environment, 'the text of a function'));
    if (!isObject(value)) return value;
    const known = this.#copies.get(value);
    if (known) return known;
    this.#check?.(value);
    if (this.#environment.promises.slotOf(value) || unique.some((prototype) => isBelow(value, prototype))) {
      throw dataCloneError(() => nameOf(value));
    }
    return this.#boxed(value) ?? this.#bytes(value) ?? this.#collection(value) ?? this.#plain(value);
  }

  #keep<C extends object>(value: object, copy: C): C {
    this.#copies.set(value, copy);
    return copy;
  }

  #boxed(value: object): object | undefined {
    for (const slot of ['boolean', 'number', 'string', 'bigint'] as const) {
      if (hasSlot(value, slot)) return this.#keep(value, Object(Reflect.apply(slots[slot], value, [])) as object);
    }
    if (hasSlot(value, 'symbol')) throw dataCloneError(() => '[object Symbol]');
    if (hasSlot(value, 'date'))
      return this.#keep(value, new NativeDate(Reflect.apply(slots.date, value, []) as number));
    if (!hasSlot(value, 'regExp')) return undefined;
    const { source, flags } = value as RegExp;
    return this.#keep(value, new RegExp(source, flags));
  }

  #bytes(value: object): object | undefined {
    if (hasSlot(value, 'shared')) return this.#keep(value, value);
    if (hasSlot(value, 'buffer')) return this.#keep(value, ArrayBuffer.prototype.slice.call(value as ArrayBuffer, 0));
    const name = viewName(value);
    const isView = name === undefined && hasSlot(value, 'view');
    if (name === undefined && !isView) return undefined;
    const { buffer, byteOffset, byteLength } = value as DataView;
    const copy = this.clone(buffer);
    if (isView) return this.#keep(value, new DataView(copy as ArrayBuffer, byteOffset, byteLength));
    const View = Reflect.get(globalThis, String(name)) as Uint8ArrayConstructor;
    return this.#keep(value, new View(copy as ArrayBuffer, byteOffset, (value as Uint8Array).length));
  }

  #collection(value: object): object | undefined {
    if (hasSlot(value, 'map')) {
      const copy = this.#keep(value, new NativeMap<unknown, unknown>());
      const entries: [unknown, unknown][] = [];
      NativeMap.prototype.forEach.call(value as Map<unknown, unknown>, (each, key) => void entries.push([key, each]));
      for (const [key, each] of entries) NativeMap.prototype.set.call(copy, this.clone(key), this.clone(each));
      return copy;
    }
    if (!hasSlot(value, 'set')) return undefined;
    const copy = this.#keep(value, new NativeSet<unknown>());
    const values: unknown[] = [];
    NativeSet.prototype.forEach.call(value as Set<unknown>, (each) => void values.push(each));
    for (const each of values) NativeSet.prototype.add.call(copy, this.clone(each));
    return copy;
  }

  #plain(value: object): object {
    if (isError(value)) return this.#error(value);
    const copy: object = this.#keep(value, Array.isArray(value) ? new Array<unknown>(value.length) : {});
    for (const key of Object.keys(value)) {
      // a getter may have taken it away meanwhile
      if (!Object.hasOwn(value, key)) continue;
      const copied = this.clone(Reflect.get(value, key));
      Object.defineProperty(copy, key, { value: copied, writable: true, enumerable: true, configurable: true });
    }
    return copy;
  }

  #error(value: object): object {
    const name = String(Reflect.get(value, 'name'));
    const Class = Object.hasOwn(errorClasses, name) ? errorClasses[name as keyof typeof errorClasses] : Error;
    const message = Object.getOwnPropertyDescriptor(value, 'message');
    const copy = this.#keep(value, message ? new Class(String(message.value)) : new Class());
    const hidden = (key: string, given: unknown) =>
      Object.defineProperty(copy, key, { value: given, writable: true, configurable: true });
    hidden('stack', String(Reflect.get(value, 'stack')));
    if (Object.hasOwn(value, 'cause')) hidden('cause', this.clone(Reflect.get(value, 'cause')));
    return copy;
  }
}

/** As V8 names an object in this message: "#<Promise>", "[object Generator]". */
function nameOf(value: object): string {
  const constructor: unknown = Reflect.get(value, 'constructor');
  const isNamed = typeof constructor === 'function' && constructor !== Iterator;
  return isNamed ? `#<${constructor.name}>` : Object.prototype.toString.call(value);
}

function isBelow(value: object, prototype: object): boolean {
  for (let at = Object.getPrototypeOf(value) as object | null; at; at = Object.getPrototypeOf(at) as object | null) {
    if (at === prototype) return true;
  }
  return false;
}

const isError = Reflect.get(Error, 'isError') as (value: unknown) => boolean;
