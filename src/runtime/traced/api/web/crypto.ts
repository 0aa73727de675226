// The web's crypto, as far as it draws random values: from a generator of its own, so that every schedule of a program
// draws the same ones.
import { Random } from '../../../../random.ts';
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import { coded } from '../arguments.ts';
import { Buffer } from './buffer.ts';
import { domError } from './dom-exception.ts';
import { refuseMember } from '../refuse.ts';
import type { Refusals } from '../refusals.ts';

/** Where the values of each run begin. */
const seed = 1;
/** Bytes that one call may ask for: https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues */
const mostBytes = 65_536;

const Bytes = Uint8Array;
const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
const nameOfView = Reflect.get(Object.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag) ?? {}, 'get') as (
  this: unknown,
) => unknown;

export function createCrypto(environment: Environment, refusals: Refusals) {
  const random = new Random(seed);
  const fill = (bytes: Uint8Array): Uint8Array => {
    for (let index = 0; index < bytes.length; index++) bytes[index] = random.upTo(0xff);
    return bytes;
  };

  class Crypto {
    static {
      named('Crypto', this);
    }

    getRandomValues(array: unknown): unknown {
      const { buffer, byteOffset, byteLength } = integersOnly(array);
      fill(new Bytes(buffer, byteOffset, byteLength));
      return array;
    }

    randomUUID(): string {
      return uuid(fill(new Bytes(16)));
    }
  }
  Object.defineProperty(Crypto.prototype, Symbol.toStringTag, { value: 'Crypto', configurable: true });
  refusals.guard('crypto', Crypto.prototype);
  const crypto = new Crypto();

  /** The functions of node:crypto that draw without a callback. */
  const sync = <T>(name: string, callback: unknown, draw: () => T): T =>
    callback === undefined ? draw() : refuseMember(environment, `crypto.${name} with a callback`, 'leave it out');
  return {
    crypto,
    module: {
      getRandomValues: (array: unknown) => crypto.getRandomValues(array),
      randomUUID: () => crypto.randomUUID(),
      randomBytes: (size: number, callback?: unknown) =>
        sync('randomBytes', callback, () => {
          const buffer = Buffer.alloc(size);
          fill(buffer);
          return buffer;
        }),
      randomInt: (from: number, to?: unknown, callback?: unknown) => {
        const [least, end] = typeof to === 'number' ? [from, to] : [0, from];
        const late = typeof to === 'function' ? to : callback;
        return sync('randomInt', late, () => least + random.upTo(end - least - 1));
      },
      webcrypto: crypto,
    },
  };
}

function integersOnly(array: unknown): Uint8Array {
  const name: unknown = Reflect.apply(nameOfView, array, []);
  if (typeof name !== 'string' || name.startsWith('Float')) {
    throw domError('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  const view = array as Uint8Array;
  if (view.byteLength <= mostBytes) return view;
  throw coded(new RangeError('The requested length exceeds 65,536 bytes'), 'QuotaExceededError');
}

/** Version 4: https://www.rfc-editor.org/rfc/rfc9562#section-5.4 */
function uuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Buffer.from(bytes).toString('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
