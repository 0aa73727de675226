// What a program can leave behind in the objects that it shares with others, each as statements of a program. None of them
// has anything to do with another: a realm must be as new after each.

/** What can be put back. */
export const mended: readonly string[] = [
  'Array.prototype.extra = 1;',
  'Array.prototype.push = () => 0;',
  'Array.prototype[Symbol("mine")] = 1;',
  'Array.prototype.push.note = 1;',
  '[].push.note = 1;',
  'Object.prototype.extra = 1;',
  'Object.assign(Object.prototype, { extra: 1 });',
  'Object.defineProperty(Object.prototype, "hidden", { value: 1, configurable: true });',
  'Object.defineProperty(Array.prototype, "at", { enumerable: true });',
  'Object.defineProperties(Map.prototype, { size: { get: () => 7 } });',
  'Reflect.defineProperty(Set.prototype, "hidden", { value: 1, configurable: true });',
  'Reflect.set(Array.prototype, "map", 1);',
  'Object.prototype.__defineGetter__.call(Array.prototype, "extra", () => 1);',
  'Object.setPrototypeOf(Array.prototype, null);',
  'Reflect.setPrototypeOf(Map, null);',
  'Map.__proto__ = null;',
  'Error.captureStackTrace(Array.prototype);',
  'Error.stackTraceLimit = 1;',
  'Object.getPrototypeOf(function* () {}).extra = 1;',
  'Object.getPrototypeOf(new Intl.Segmenter().segment("a")).extra = 1;',
  'Iterator.prototype.extra = 1;',
  'class A extends (function () { return Array.prototype; }) { field = 1; }\nnew A();',
  'Math.extra = 1;\nMath.random = () => 4;',
  'Date.now = () => 0;\nDate.prototype.extra = 1;',
  'JSON.parse = () => 0;',
  'Symbol.extra = 1;',
  'DOMException.prototype.extra = 1;',
  'globalThis.counter = 1;',
  'globalThis.setTimeout = () => 0;',
  'globalThis.fetch = () => 0;',
  'globalThis.process = 1;',
  'globalThis.Map = class {};',
  'Object.defineProperty(globalThis, "console", { value: 1, configurable: true });',
  'globalThis[Symbol("mine")] = 1;',
  "import('node:util').then(({ inspect }) => (inspect.extra = 1));",
  'Promise.prototype.then = () => 0;',
  'setTimeout.extra = 1;\nsetTimeout(() => 0).constructor.prototype.extra = 1;',
  "process.extra = 1;\nimport('node:events').then(({ EventEmitter }) => (EventEmitter.prototype.extra = 1));",
  '/(b)/.exec("abc");',
];

/** What the engine itself takes from the realm: it is put back, and the run is refused. */
export const relied: readonly (readonly [source: string, what: string])[] = [
  ['Array.prototype[0] = 1;', 'an element of Array.prototype'],
  ['Array.prototype.length = 3;', 'an element of Array.prototype'],
  ['Array.prototype.push.call(Array.prototype, 1);', 'an element of Array.prototype'],
  ['Array.prototype[Symbol.iterator] = function* () {};', 'Array.prototype[Symbol.iterator]'],
  ['Object.getPrototypeOf([].values()).next = () => ({ done: true });', 'the next of array iterators'],
  ['Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = () => 0;', 'the next of generators'],
  ['RegExp.prototype.exec = () => null;', 'RegExp.prototype.exec'],
  ["String.prototype.toString = () => 'mine';", 'String.prototype.toString'],
  ['String.prototype[Symbol.iterator] = function* () {};', 'String.prototype[Symbol.iterator]'],
  ['Object.prototype.get = 1;', 'Object.prototype.get'],
];

/** What cannot: the realm is given up. */
export const final: readonly string[] = [
  'Object.freeze(Array.prototype);',
  'Object.seal(Math);',
  'Object.preventExtensions(JSON);',
  'Object.defineProperty(Array.prototype, "fixed", { value: 1 });',
  'Object.defineProperty(globalThis, "fixed", { value: 1 });',
  'delete Array.prototype.at;',
  'delete globalThis.process;\nglobalThis.process = 1;',
  'Reflect.deleteProperty(Map.prototype, "size");',
];

/** A program that prints every object of its realm, with all that can be known of it. */
export const portrait = `
const names = new Map();
const open = [['global', globalThis]];
const examples = { generator: function* () {}, list: [].values(), map: new Map().values(), set: new Set().values(), text: ''[Symbol.iterator](),
  matches: 'a'.matchAll(/a/g), wrapped: Iterator.from({ next() {} }), mapped: [].values().map(() => 0), segments: new Intl.Segmenter().segment('a') };
for (const [name, value] of Object.entries(examples)) open.push([name, Object.getPrototypeOf(value)]);
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
for (const [name, value] of open) {
  if (!isObject(value) || names.has(value)) continue;
  names.set(value, name);
  open.push([name + '.__proto__', Object.getPrototypeOf(value)]);
  for (const key of Reflect.ownKeys(value)) {
    const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key);
    const below = name + '.' + String(key);
    open.push([below, held], [below + ':get', get], [below + ':set', set]);
  }
}
const shown = (value) => isObject(value) ? names.get(value) : typeof value + ' ' + String(value);
for (const [value, name] of names) {
  console.log(name, typeof value, Object.isExtensible(value), shown(Object.getPrototypeOf(value)));
  for (const key of Reflect.ownKeys(value)) {
    const { value: held, get, set, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(value, key);
    console.log(' ', String(key), writable, enumerable, configurable, shown(held), shown(get), shown(set));
  }
}
console.log(RegExp.$1, RegExp.lastMatch);
`;
