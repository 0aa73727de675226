// Node's console formatting inside a realm: a port of Node's own code, over what a port can know. What it cannot look into
// it refuses to print, so that no line is ever printed otherwise than on Node.
import { Proxy as VisibleProxy, format, inspect } from 'node-inspect-extracted';
import { Unshowable } from '../engine/formatter.ts';
import type { Formatter } from '../engine/formatter.ts';
import { named } from '../engine/named.ts';
import { replace } from './patches.ts';

/**
 * The port looks at the text of functions to tell their kind. It gets the one that they have, but that a generator is
 * one also as a method, and that a method whose name begins with "async" is none: the engine runs no async functions.
 */
const nativeText: (this: unknown) => string = Reflect.get(Function.prototype, 'toString');
const textOf = {
  configurable: true,
  writable: true,
  value(this: unknown): string {
    const text = Reflect.apply(nativeText, this, []);
    if (/^(?:function\s*)?\*/.test(text)) return 'function*(){}';
    return text.startsWith('async') ? `function ${text}` : text;
  },
};

function withTexts<T>(work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(Function.prototype, 'toString') ?? {};
  Object.defineProperty(Function.prototype, 'toString', textOf);
  try {
    return work();
  } finally {
    Object.defineProperty(Function.prototype, 'toString', before);
  }
}

export const realmFormatter: Formatter = {
  format: (...args) => {
    const [only] = args;
    return args.length === 1 && typeof only === 'string' ? only : withTexts(() => format(...args));
  },
  inspect: Object.assign((...args: Parameters<Formatter['inspect']>) => withTexts(() => inspect(...args)), inspect),
};

const customInspect = Symbol.for('nodejs.util.inspect.custom');

/** Objects whose insides only their host knows. */
const opaque: readonly (readonly [what: string, prototype: object])[] = [
  ['a Map iterator', Object.getPrototypeOf(new Map().values()) as object],
  ['a Set iterator', Object.getPrototypeOf(new Set().values()) as object],
];

/**
 * Call it while the realm has what its host gave it: the port asks for the class URL when it first shows an object of a
 * class, and keeps it. Where there is none, no object is one.
 */
export function loadFormatter(): void {
  if (!('URL' in globalThis)) Reflect.set(globalThis, 'URL', function () {});
  // named, since a bundler leaves a class no name, and then it is shown as an Object
  inspect(
    Reflect.construct(
      named('Example', function () {}),
      [],
    ),
  );
}

/** Changes the realm so that proxies are known as such, and that printing what is opaque is refused by name. */
export function prepareFormatting(): void {
  replace(globalThis, 'Proxy', visibleProxy());
  for (const [what, prototype] of opaque) {
    const value = () => {
      throw new Unshowable(what);
    };
    Object.defineProperty(prototype, customInspect, { value, writable: true, configurable: true });
  }
}

function visibleProxy(): object {
  function Proxy(target: object, handler: ProxyHandler<object>): object {
    if ((new.target as unknown) === undefined) throw new TypeError("Constructor Proxy requires 'new'");
    return new VisibleProxy(target, handler);
  }
  Proxy.prototype = undefined;
  return Object.defineProperty(Proxy, 'revocable', {
    value: (target: object, handler: ProxyHandler<object>) =>
      Reflect.apply(Reflect.get(VisibleProxy, 'revocable') as typeof globalThis.Proxy.revocable, undefined, [
        target,
        handler,
      ]),
    writable: true,
    configurable: true,
  });
}
