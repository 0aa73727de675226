// What the engine cannot have for itself although a program shares it: the language takes it from the realm when the
// engine iterates, converts a string, resumes a generator, matches a text, or defines a property. A run of a program that replaces it is
// refused.

const descriptorKeys = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'] as const;
const prototypeOf = (value: object): object => Object.getPrototypeOf(value) as object;

/** Each property, as refusals name it. */
const relied: readonly (readonly [name: string, holder: object, key: PropertyKey])[] = [
  ['Array.prototype[Symbol.iterator]', Array.prototype, Symbol.iterator],
  ['the next of array iterators', prototypeOf([].values()), 'next'],
  ['the next of Map iterators', prototypeOf(new globalThis.Map().values()), 'next'],
  ['the next of Set iterators', prototypeOf(new globalThis.Set().values()), 'next'],
  ['the next of string iterators', prototypeOf(''[Symbol.iterator]()), 'next'],
  ['the next of generators', prototypeOf(prototypeOf((function* () {})())), 'next'],
  ['the return of generators', prototypeOf(prototypeOf((function* () {})())), 'return'],
  ['the throw of generators', prototypeOf(prototypeOf((function* () {})())), 'throw'],
  // core-js iterates over a string as an object (internals/array-from.js), which converts it back
  ['String.prototype.toString', String.prototype, 'toString'],
  ['String.prototype[Symbol.iterator]', String.prototype, Symbol.iterator],
  ['RegExp.prototype.exec', RegExp.prototype, 'exec'],
  ['RegExp.prototype.test', RegExp.prototype, 'test'],
  ['RegExp.prototype[Symbol.replace]', RegExp.prototype, Symbol.replace],
  ['RegExp.prototype[Symbol.split]', RegExp.prototype, Symbol.split],
];
const values = relied.map(([, holder, key]): unknown => Reflect.get(holder, key));

/** The first of it that is not what it was. */
export function replacedByProgram(): string | undefined {
  // by index: the iterator of arrays is one of them
  for (let index = 0; index < relied.length; index++) {
    const each = relied[index];
    if (each && Reflect.get(each[1], each[2]) !== values[index]) return each[0];
  }
  if (Array.prototype.length > 0) return 'an element of Array.prototype';
  const key = descriptorKeys.find((each) => Object.hasOwn(Object.prototype, each));
  return key && `Object.prototype.${key}`;
}
