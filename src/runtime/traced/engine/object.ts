// What ECMA-262 calls an Object (6.1.7): functions are objects, null is none.

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
