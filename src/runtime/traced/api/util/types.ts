// util.types: what kind of object the language made, whatever it inherits from.
import type { Environment } from '../../engine/environment.ts';
import { hasSlot, viewName } from '../../engine/slots.ts';
import { isObject } from '../../engine/object.ts';

const isError = Reflect.get(Error, 'isError') as (value: unknown) => boolean;
const typedArrays = [
  ...(['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array'] as const),
  ...(['Int32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'] as const),
] as const;
const hasWeakKey = Reflect.get(globalThis.WeakMap.prototype, 'has');
const hasWeakValue = Reflect.get(globalThis.WeakSet.prototype, 'has');

export function createTypes({ promises, asyncKinds }: Environment) {
  const slot = (name: Parameters<typeof hasSlot>[1]) => (value: unknown) => isObject(value) && hasSlot(value, name);
  const isBuffer = slot('buffer');
  const isShared = slot('shared');
  const views = Object.fromEntries(
    typedArrays.map((name) => [`is${name}`, (value: unknown) => viewName(value) === name]),
  );
  return {
    ...views,
    isAnyArrayBuffer: (value: unknown) => isBuffer(value) || isShared(value),
    isArrayBuffer: isBuffer,
    isArrayBufferView: (value: unknown) => ArrayBuffer.isView(value),
    isAsyncFunction: (value: unknown) => asyncKinds.has(value),
    isBigIntObject: slot('bigint'),
    isBooleanObject: slot('boolean'),
    isBoxedPrimitive: (value: unknown) =>
      (['bigint', 'boolean', 'number', 'string', 'symbol'] as const).some((name) => slot(name)(value)),
    isDataView: slot('view'),
    isDate: slot('date'),
    isMap: slot('map'),
    isNativeError: (value: unknown) => isError(value),
    isNumberObject: slot('number'),
    isPromise: (value: unknown) => promises.slotOf(value) !== undefined,
    isRegExp: slot('regExp'),
    isSet: slot('set'),
    isSharedArrayBuffer: isShared,
    isStringObject: slot('string'),
    isSymbolObject: slot('symbol'),
    isTypedArray: (value: unknown) => viewName(value) !== undefined,
    isWeakMap: (value: unknown) => isBranded(hasWeakKey, value),
    isWeakSet: (value: unknown) => isBranded(hasWeakValue, value),
  };
}

/** Whether a method takes `value` for its own. */
function isBranded(method: (this: never, key: object) => boolean, value: unknown): boolean {
  try {
    Reflect.apply(method, value as never, [{}]);
    return true;
  } catch {
    return false;
  }
}
