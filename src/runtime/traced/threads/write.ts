// Writes a message down: StructuredSerializeWithTransfer of the HTML standard, of a value that structured-clone.ts has copied and checked.
import { hasSlot, viewName } from '../engine/slots.ts';
import { isObject } from '../engine/object.ts';
import type { SharedMemory } from './shared-memory.ts';
import type { Message, Written, WrittenObject } from './wire.ts';

const NativeMap = globalThis.Map;
const NativeSet = globalThis.Set;
const isError = Reflect.get(Error, 'isError') as (value: unknown) => boolean;

interface WriterParts {
  readonly memory: SharedMemory;
  /** The number of a port; undefined for anything else. */
  readonly portOf: (value: object) => number | undefined;
}

export function written(value: unknown, parts: WriterParts): Message {
  const writer = new Writer(parts);
  return { value: writer.value(value), objects: writer.objects };
}

class Writer {
  readonly objects: WrittenObject[] = [];
  readonly #numbers = new Map<object, number>();
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  value(value: unknown): Written {
    if (value === undefined) return ['undefined'];
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)];
    }
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (!isObject(value)) return value as string | boolean | null;
    const known = this.#numbers.get(value);
    if (known !== undefined) return ['object', known];
    const number = this.objects.length;
    this.#numbers.set(value, number);
    this.objects.push(['plain', []]);
    this.objects[number] = this.#object(value);
    return ['object', number];
  }

  #object(value: object): WrittenObject {
    const port = this.#parts.portOf(value);
    if (port !== undefined) return ['port', port];
    return this.#bytes(value) ?? this.#collection(value) ?? this.#boxed(value) ?? this.#plain(value);
  }

  #bytes(value: object): WrittenObject | undefined {
    if (this.#parts.memory.isShared(value)) return ['shared', this.#parts.memory.numberOf(value)];
    if (hasSlot(value, 'buffer')) return ['buffer', [...new Uint8Array(value as ArrayBuffer)]];
    const name = viewName(value) ?? (hasSlot(value, 'view') ? 'DataView' : undefined);
    if (name === undefined) return undefined;
    const { buffer, byteOffset, byteLength } = value as DataView;
    const length = name === 'DataView' ? byteLength : (value as Uint8Array).length;
    return ['view', name, this.value(buffer), byteOffset, length];
  }

  #collection(value: object): WrittenObject | undefined {
    if (hasSlot(value, 'map')) {
      const pairs: [Written, Written][] = [];
      NativeMap.prototype.forEach.call(
        value as Map<unknown, unknown>,
        (each, key) => void pairs.push([this.value(key), this.value(each)]),
      );
      return ['map', pairs];
    }
    if (!hasSlot(value, 'set')) return undefined;
    const values: Written[] = [];
    NativeSet.prototype.forEach.call(value as Set<unknown>, (each) => void values.push(this.value(each)));
    return ['set', values];
  }

  #boxed(value: object): WrittenObject | undefined {
    if (hasSlot(value, 'date')) {
      const time = Number(value);
      return ['date', Number.isNaN(time) ? null : time];
    }
    if (hasSlot(value, 'regExp')) return ['regExp', (value as RegExp).source, (value as RegExp).flags];
    for (const slot of ['boolean', 'number', 'string', 'bigint'] as const) {
      if (hasSlot(value, slot)) return ['boxed', this.value((value as { valueOf(): unknown }).valueOf())];
    }
    return undefined;
  }

  #plain(value: object): WrittenObject {
    if (isError(value)) return this.#error(value as Error);
    const pairs = Object.keys(value).map((key) => [key, this.value(Reflect.get(value, key))] as const);
    return Array.isArray(value) ? ['array', value.length, pairs] : ['plain', pairs];
  }

  #error(error: Error): WrittenObject {
    const message = Object.hasOwn(error, 'message') ? error.message : null;
    const cause = Object.hasOwn(error, 'cause') ? this.value(error.cause) : null;
    return ['error', error.name, String(error.stack), message, cause];
  }
}
