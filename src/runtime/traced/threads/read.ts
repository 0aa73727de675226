// Reads a message that was written down in another thread: StructuredDeserializeWithTransfer of the HTML standard. All objects are made in
// this realm.
import type { SharedMemory } from './shared-memory.ts';
import type { Message, Written, WrittenObject } from './wire.ts';

const errorClasses = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;
const NativeMap = globalThis.Map;
const NativeSet = globalThis.Set;

interface ReaderParts {
  readonly memory: SharedMemory;
  /** A port that belongs to this thread from now on. */
  readonly port: (number: number) => object;
  /** A date of this realm. */
  readonly date: (time: number) => object;
}

export function read(message: Message, parts: ReaderParts): unknown {
  return new Reader(message.objects, parts).value(message.value);
}

class Reader {
  readonly #objects: readonly WrittenObject[];
  readonly #made: (object | undefined)[] = [];
  readonly #parts: ReaderParts;

  constructor(objects: readonly WrittenObject[], parts: ReaderParts) {
    this.#objects = objects;
    this.#parts = parts;
  }

  value(value: Written): unknown {
    if (!Array.isArray(value)) return value;
    const [kind, given] = value as Extract<Written, readonly unknown[]>;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(given);
      case 'bigint':
        return BigInt(given);
      case 'object':
        return this.#object(given);
    }
  }

  #object(number: number): object {
    const known = this.#made[number];
    if (known) return known;
    const written = this.#objects[number];
    if (!written) throw new RangeError(`no object ${number} in this message`);
    return this.#make(number, written);
  }

  #keep<O extends object>(number: number, made: O): O {
    this.#made[number] = made;
    return made;
  }

  #make(number: number, written: WrittenObject): object {
    switch (written[0]) {
      case 'plain':
        return this.#filled(this.#keep(number, {}), written[1]);
      case 'array':
        return this.#filled(this.#keep(number, new Array<unknown>(written[1])), written[2]);
      case 'map': {
        const map = this.#keep(number, new NativeMap<unknown, unknown>());
        for (const [key, value] of written[1]) NativeMap.prototype.set.call(map, this.value(key), this.value(value));
        return map;
      }
      case 'set': {
        const set = this.#keep(number, new NativeSet<unknown>());
        for (const value of written[1]) NativeSet.prototype.add.call(set, this.value(value));
        return set;
      }
      case 'error':
        return this.#error(number, written);
      case 'view':
        return this.#view(number, written);
      default:
        return this.#keep(number, this.#single(written));
    }
  }

  #single(
    written: Exclude<WrittenObject, readonly ['plain' | 'array' | 'map' | 'set' | 'error' | 'view', ...unknown[]]>,
  ) {
    switch (written[0]) {
      case 'date':
        return this.#parts.date(written[1] ?? NaN);
      case 'regExp':
        return new RegExp(written[1], written[2]);
      case 'boxed':
        return Object(this.value(written[1])) as object;
      case 'buffer':
        return new Uint8Array(written[1]).buffer;
      case 'shared':
        return this.#parts.memory.buffer(written[1]);
      case 'port':
        return this.#parts.port(written[1]);
    }
  }

  #filled(made: object, pairs: readonly (readonly [Written, Written])[]): object {
    for (const [key, value] of pairs) {
      Object.defineProperty(made, String(key), {
        value: this.value(value),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return made;
  }

  #view(
    number: number,
    [, name, buffer, offset, length]: Extract<WrittenObject, readonly ['view', ...unknown[]]>,
  ): object {
    const View = Reflect.get(globalThis, name) as Uint8ArrayConstructor;
    return this.#keep(number, new View(this.value(buffer) as ArrayBuffer, offset, length));
  }

  #error(
    number: number,
    [, name, stack, message, cause]: Extract<WrittenObject, readonly ['error', ...unknown[]]>,
  ): object {
    const Class = Object.hasOwn(errorClasses, name) ? errorClasses[name as keyof typeof errorClasses] : Error;
    const error = this.#keep(number, message === null ? new Class() : new Class(message));
    const hidden = (key: string, value: unknown) =>
      Object.defineProperty(error, key, { value, writable: true, configurable: true });
    hidden('stack', stack);
    if (cause !== null) hidden('cause', this.value(cause));
    return error;
  }
}
