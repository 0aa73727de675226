// DOMException (Node's lib/internal/per_context/domexception.js): an Error whose name, message and code are read through
// its prototype.
import { named } from '../../engine/named.ts';
import { isObject } from '../../engine/object.ts';

/** The names of the constants in the order of their codes, from 1 (https://webidl.spec.whatwg.org/#idl-DOMException). */
const constants = [
  ...['INDEX_SIZE', 'DOMSTRING_SIZE', 'HIERARCHY_REQUEST', 'WRONG_DOCUMENT', 'INVALID_CHARACTER', 'NO_DATA_ALLOWED'],
  ...['NO_MODIFICATION_ALLOWED', 'NOT_FOUND', 'NOT_SUPPORTED', 'INUSE_ATTRIBUTE', 'INVALID_STATE', 'SYNTAX'],
  ...['INVALID_MODIFICATION', 'NAMESPACE', 'INVALID_ACCESS', 'VALIDATION', 'TYPE_MISMATCH', 'SECURITY', 'NETWORK'],
  ...['ABORT', 'URL_MISMATCH', 'QUOTA_EXCEEDED', 'TIMEOUT', 'INVALID_NODE_TYPE', 'DATA_CLONE'],
].map((name) => `${name}_ERR`);

/** The errors that have a code of their own, by name; the rest have 0. */
const codes: ReadonlyMap<string, number> = new Map([
  ...([
    ['IndexSizeError', 1],
    ['HierarchyRequestError', 3],
    ['WrongDocumentError', 4],
    ['InvalidCharacterError', 5],
    ['NoModificationAllowedError', 7],
    ['NotFoundError', 8],
    ['NotSupportedError', 9],
    ['InUseAttributeError', 10],
    ['InvalidStateError', 11],
    ['SyntaxError', 12],
    ['InvalidModificationError', 13],
    ['NamespaceError', 14],
    ['InvalidAccessError', 15],
    ['TypeMismatchError', 17],
    ['SecurityError', 18],
    ['NetworkError', 19],
    ['AbortError', 20],
    ['URLMismatchError', 21],
    ['QuotaExceededError', 22],
    ['TimeoutError', 23],
    ['InvalidNodeTypeError', 24],
    ['DataCloneError', 25],
  ] as const),
]);

interface Parts {
  readonly name: string;
  readonly message: string;
}

const parts = new WeakMap<object, Parts>();

function partsOf(error: object): Parts {
  const found = parts.get(error);
  if (!found) throw new TypeError('Value of "this" must be of type DOMException');
  return found;
}

/** As a template literal has it: no symbol becomes text. */
function text(value: unknown): string {
  return ''.concat(value as string);
}

/** The class that programs find as DOMException; one in a realm. */
export class DOMException {
  static {
    named('DOMException', this);
  }

  constructor(message: unknown = '', options: unknown = 'Error') {
    const error = new Error();
    Object.setPrototypeOf(error, new.target.prototype);
    const given = isObject(options) && typeof options !== 'function' ? options : undefined;
    parts.set(error, { message: text(message), name: text(given ? Reflect.get(given, 'name') : options) });
    if (given && 'cause' in given) {
      Object.defineProperty(error, 'cause', { value: given.cause, configurable: true, writable: true });
    }
    // as in Node: an object with the insides of an Error takes the place of the one that was made
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    return error as DOMException;
  }

  get name(): string {
    return partsOf(this).name;
  }

  get message(): string {
    return partsOf(this).message;
  }

  get code(): number {
    return codes.get(partsOf(this).name) ?? 0;
  }
}

/** A DOMException, to be thrown. */
export function domError(message: string, name: string): Error {
  return new DOMException(message, name);
}

/** What structuredClone throws; `what`: as V8 names what cannot be copied, asked for when the message is read. */
export function dataCloneError(what: () => string): Error {
  const error = new DOMException('', 'DataCloneError');
  parts.set(error, {
    name: 'DataCloneError',
    get message() {
      return `${what()} could not be cloned.`;
    },
  });
  return error;
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
Object.defineProperty(DOMException, 'length', { value: 0, configurable: true });
for (const name of ['name', 'message', 'code'])
  Object.defineProperty(DOMException.prototype, name, { enumerable: true });
for (const [index, name] of constants.entries()) {
  const constant = { value: index + 1, enumerable: true };
  Object.defineProperty(DOMException, name, constant);
  Object.defineProperty(DOMException.prototype, name, constant);
}
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
