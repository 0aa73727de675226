// Buffer: that of the package buffer, which is Node's of some years ago, with what Node has added to printing and encodings.
import { Buffer } from 'buffer/index.js';
import { coded } from '../arguments.ts';
import type { Refusals } from '../refusals.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const mostShown = 50;

type Method = (this: unknown, ...args: readonly unknown[]) => unknown;
const methodOf = (holder: object, name: string): Method => Reflect.get(holder, name) as Method;
const [from, toString, write] = [
  methodOf(Buffer, 'from'),
  methodOf(Buffer.prototype, 'toString'),
  methodOf(Buffer.prototype, 'write'),
];
const isUrlSafe = (encoding: unknown) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';

/** Call it once for a realm: it changes the class of the package. */
export function prepareBuffer(refusals: Refusals): typeof Buffer {
  define(Buffer, {
    from(...[value, encoding, ...rest]: readonly unknown[]) {
      if (typeof value === 'number') throw notANumber(value);
      return Reflect.apply(from, Buffer, [value, isUrlSafe(encoding) ? 'base64' : encoding, ...rest]);
    },
    isEncoding(encoding: unknown) {
      return isUrlSafe(encoding) || known.has(String(encoding).toLowerCase());
    },
  });
  define(Buffer.prototype, {
    toString(this: unknown, ...[encoding, ...rest]: readonly unknown[]) {
      if (!isUrlSafe(encoding)) return Reflect.apply(toString, this, [encoding, ...rest]);
      const text = String(Reflect.apply(toString, this, ['base64', ...rest]));
      return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    },
    write(this: unknown, ...args: readonly unknown[]) {
      return Reflect.apply(
        write,
        this,
        args.map((each) => (isUrlSafe(each) ? 'base64' : each)),
      );
    },
    [customInspect](this: Uint8Array) {
      const shown = Array.from(this.subarray(0, mostShown), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      const left = this.length - mostShown;
      const more = left > 0 ? ` ... ${left} more byte${left > 1 ? 's' : ''}` : '';
      return `<Buffer ${shown}${more}>`;
    },
  });
  // by which the package knows its own
  Object.defineProperty(Buffer.prototype, '_isBuffer', { enumerable: false });
  refusals.guardOwn('Buffer', Buffer);
  refusals.guardOwn('buffer', Buffer.prototype);
  return Buffer;
}

const known: ReadonlySet<string> = new Set([
  ...['hex', 'utf8', 'utf-8', 'ascii', 'latin1', 'binary', 'base64', 'ucs2', 'ucs-2', 'utf16le', 'utf-16le'],
]);

function define(holder: object, methods: object): void {
  for (const key of Reflect.ownKeys(methods)) {
    const value: unknown = Reflect.get(methods, key);
    Object.defineProperty(holder, key, { value, writable: true, configurable: true, enumerable: false });
  }
}

function notANumber(value: number): Error {
  const kinds = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';
  const error = new TypeError(`The first argument must be ${kinds}. Received type number (${value})`);
  return coded(error, 'ERR_INVALID_ARG_TYPE');
}

export { Buffer };
