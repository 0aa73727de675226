// Node's console formatting in a browser: a port of its own code, over what a port can know. What it cannot look into
// it refuses to print, so that no line is ever printed otherwise than on Node.
import { Proxy as VisibleProxy, format, inspect } from 'node-inspect-extracted';
import { Unshowable } from '../traced/engine/formatter.ts';
import type { Formatter } from '../traced/engine/formatter.ts';

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

export const browserFormatter: Formatter = {
  format: (...args) => withTexts(() => format(...args)),
  inspect: Object.assign((...args: Parameters<Formatter['inspect']>) => withTexts(() => inspect(...args)), inspect),
};

const customInspect = Symbol.for('nodejs.util.inspect.custom');

/** Objects whose insides only their host knows, or that a browser builds otherwise than Node. */
const opaque: readonly (readonly [what: string, prototype: () => object])[] = [
  ['a Map iterator', () => Object.getPrototypeOf(new Map().values()) as object],
  ['a Set iterator', () => Object.getPrototypeOf(new Set().values()) as object],
  ['a URL', () => URL.prototype],
  ['a URLSearchParams', () => URLSearchParams.prototype],
  ['a TextEncoder', () => TextEncoder.prototype],
  ['a TextDecoder', () => TextDecoder.prototype],
];

/** Changes the realm so that proxies are known as such, and that printing what is opaque is refused by name. */
export function prepareFormatting(): void {
  Object.defineProperty(globalThis, 'Proxy', { value: VisibleProxy, writable: true, configurable: true });
  for (const [what, prototype] of opaque) {
    const value = () => {
      throw new Unshowable(what);
    };
    Object.defineProperty(prototype(), customInspect, { value, writable: true, configurable: true });
  }
}
