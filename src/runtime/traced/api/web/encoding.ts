// TextEncoder and TextDecoder, with Node's errors and Node's way of printing (lib/internal/encoding.js).
import { TextDecoder as Decoder, TextEncoder as Encoder, normalizeEncoding } from '@exodus/bytes/encoding-lite.js';
import { named } from '../../engine/named.ts';
import { coded } from '../arguments.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');
type Inspect = (value: unknown, options: object) => string;

/** Those of which the library has no tables. */
const multiByte: ReadonlySet<string> = new Set([
  ...['big5', 'euc-jp', 'euc-kr', 'gb18030', 'gbk', 'iso-2022-jp', 'shift_jis'],
]);

/** `refuse`: called for an encoding that the language of the web has, and the engine has not. */
export function createEncoding(refuse: (encoding: string) => never) {
  return { TextEncoder: asNative(createTextEncoder()), TextDecoder: asNative(createTextDecoder(refuse)) };
}

function createTextEncoder() {
  return class TextEncoder {
    static {
      named('TextEncoder', this);
    }

    readonly #encoder = new Encoder();

    get encoding(): string {
      return this.#encoder.encoding;
    }

    encode(text: unknown = ''): Uint8Array {
      return this.#encoder.encode(String(text));
    }

    encodeInto(text: unknown, target: Uint8Array): object {
      return this.#encoder.encodeInto(String(text), target);
    }

    [customInspect](depth: unknown, options: object, inspect: Inspect): unknown {
      return typeof depth === 'number' && depth < 0 ? this : inspect({ encoding: this.encoding }, options);
    }
  };
}

function createTextDecoder(refuse: (encoding: string) => never) {
  return class TextDecoder {
    static {
      named('TextDecoder', this);
    }

    readonly #decoder: InstanceType<typeof Decoder>;

    constructor(label: unknown = 'utf-8', options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {}) {
      const name = normalizeEncoding(String(label));
      if (name !== null && multiByte.has(name)) refuse(name);
      if (name === null || name === 'replacement') {
        const error = new RangeError(`The "${String(label)}" encoding is not supported`);
        throw coded(error, 'ERR_ENCODING_NOT_SUPPORTED');
      }
      this.#decoder = new Decoder(name, options);
    }

    get encoding(): string {
      return this.#decoder.encoding;
    }

    get fatal(): boolean {
      return this.#decoder.fatal;
    }

    get ignoreBOM(): boolean {
      return this.#decoder.ignoreBOM;
    }

    decode(input?: AllowSharedBufferSource, options?: { readonly stream?: boolean }): string {
      try {
        return this.#decoder.decode(input, options);
      } catch (error) {
        if (!this.fatal || input === undefined) throw error;
        const text = `The encoded data was not valid for encoding ${this.encoding}`;
        throw coded(new TypeError(text), 'ERR_ENCODING_INVALID_ENCODED_DATA');
      }
    }

    [customInspect](depth: unknown, options: object, inspect: Inspect): unknown {
      if (typeof depth === 'number' && depth < 0) return this;
      const { encoding, fatal, ignoreBOM } = this;
      return `TextDecoder ${inspect({ encoding, fatal, ignoreBOM }, options)}`;
    }
  };
}

/** As the web's classes are: what an object has is enumerable, and it says what it is. */
function asNative<C extends { readonly name: string; readonly prototype: object }>(made: C): C {
  for (const key of Object.getOwnPropertyNames(made.prototype)) {
    if (key !== 'constructor') Object.defineProperty(made.prototype, key, { enumerable: true });
  }
  Object.defineProperty(made.prototype, Symbol.toStringTag, { value: made.name, configurable: true });
  return made;
}
