// The engine and a program share the intrinsics of a realm. As Node's own library does (lib/internal/per_context/primordials.js)
// the engine takes what it needs before any program runs: what a program changes it does not meet.

/** Statements that stand before the engine in its script: they give it collections, functions and errors of its own. */
export const primordials = `
const { Error, AggregateError, RangeError, SuppressedError, SyntaxError, TypeError } = globalThis;
const { Array, Boolean, JSON, Number, String, Symbol } = globalThis;
const withOwn = (() => {
  const { ownKeys, defineProperty, getOwnPropertyDescriptor } = globalThis.Reflect;
  const has = globalThis.Object.hasOwn;
  return (made, from) => {
    for (const key of ownKeys(from)) {
      if (key !== 'prototype' && !has(made, key)) defineProperty(made, key, getOwnPropertyDescriptor(from, key));
    }
    return made;
  };
})();
const Reflect = withOwn({ __proto__: null }, globalThis.Reflect);
const Object = (() => {
  const native = globalThis.Object;
  const made = withOwn((value) => native(value), native);
  made.prototype = native.prototype;
  return made;
})();
const safe = (Native) => {
  const Safe = withOwn(class extends Native {}, Native);
  withOwn(Safe.prototype, Native.prototype);
  Reflect.setPrototypeOf(Safe.prototype, null);
  return Safe;
};
const Map = safe(globalThis.Map);
const Set = safe(globalThis.Set);
const WeakMap = safe(globalThis.WeakMap);
const WeakSet = safe(globalThis.WeakSet);
`;
