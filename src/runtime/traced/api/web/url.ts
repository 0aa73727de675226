// URL and URLSearchParams: core-js parses, the classes around it have Node's errors and Node's way of printing
// (lib/internal/url.js).
import CoreUrl from 'core-js-pure/stable/url/index.js';
import CoreSearchParams from 'core-js-pure/stable/url-search-params/index.js';
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import { coded, needed } from '../arguments.ts';
import { refuseMember } from '../refuse.ts';
import type { Refusals } from '../refusals.ts';
import { searchParamsText, urlText } from './url-text.ts';
import { takeMethods } from './take-methods.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const searchParams = accessor('searchParams', 'get') as (this: unknown) => object;

/** A function of the property `name` of core-js's URLs. */
function accessor(name: string, kind: 'get' | 'set'): unknown {
  return Reflect.get(Object.getOwnPropertyDescriptor(CoreUrl.prototype, name) ?? {}, kind);
}

/** One pair of classes for a realm. `current`: the run that is on. */
export function createUrl(current: () => Environment, refusals: Refusals) {
  class URLSearchParams {
    static {
      named('URLSearchParams', this);
    }

    constructor(...init: ConstructorParameters<typeof CoreSearchParams>) {
      return Object.setPrototypeOf(tuples(init), new.target.prototype) as URLSearchParams;
    }

    [customInspect](...given: Parameters<typeof searchParamsText>): string {
      return Reflect.apply(searchParamsText, this, given) as string;
    }
  }
  takeMethods(URLSearchParams.prototype, CoreSearchParams.prototype);
  for (const [names, methods] of neededNames) {
    for (const method of methods) checkCount(URLSearchParams.prototype, method, names);
  }

  class URL {
    static {
      named('URL', this);
    }

    constructor(...args: readonly unknown[]) {
      needed(args, ['url']);
      const url = parsed(current, args);
      return Object.setPrototypeOf(url, new.target.prototype) as URL;
    }

    get searchParams(): object {
      return Object.setPrototypeOf(Reflect.apply(searchParams, this, []), URLSearchParams.prototype) as object;
    }

    [customInspect](...given: Parameters<typeof urlText>): unknown {
      return Reflect.apply(urlText, this, given);
    }

    static canParse(...args: readonly unknown[]): boolean {
      needed(args, ['url']);
      return attemptUrl(current, asTexts(args)) !== undefined;
    }

    static parse(...args: readonly unknown[]): object | null {
      needed(args, ['url']);
      const url = attemptUrl(current, asTexts(args));
      return url ? (Object.setPrototypeOf(url, URL.prototype) as object) : null;
    }
  }
  takeMethods(URL.prototype, CoreUrl.prototype);
  checkHref(URL.prototype);
  Object.defineProperty(URL, 'length', { value: 1, configurable: true });
  return { URL: refusals.guard('URL', URL), URLSearchParams };
}

/** Arguments that a method must be given. */
const neededNames = [
  [['name'], ['delete', 'get', 'getAll', 'has']],
  [
    ['name', 'value'],
    ['append', 'set'],
  ],
] as const;

function checkCount(prototype: object, method: string, names: readonly string[]): void {
  const property = Object.getOwnPropertyDescriptor(prototype, method) ?? {};
  const native = property.value as (this: unknown, ...args: readonly unknown[]) => unknown;
  const checked = {
    [method](this: unknown, ...args: readonly unknown[]): unknown {
      needed(args, names);
      return Reflect.apply(native, this, args);
    },
  }[method];
  Object.defineProperty(checked, 'length', { value: native.length, configurable: true });
  Object.defineProperty(prototype, method, { ...property, value: checked });
}

/** What is set at `href` must be a URL. */
function checkHref(prototype: object): void {
  const native = accessor('href', 'set') as (this: unknown, value: unknown) => void;
  Object.defineProperty(prototype, 'href', {
    set(this: unknown, value: unknown): void {
      const text = String(value);
      try {
        Reflect.apply(native, this, [text]);
      } catch {
        throw invalid([text]);
      }
    },
  });
}

function tuples(init: ConstructorParameters<typeof CoreSearchParams>): object {
  try {
    return new CoreSearchParams(...init);
  } catch (error) {
    if (!(error instanceof TypeError) || !/^Expected sequence|is not an object$/.test(error.message)) throw error;
    throw coded(new TypeError('Each query pair must be an iterable [name, value] tuple'), 'ERR_INVALID_TUPLE');
  }
}

/** The arguments as texts: the URL, and what it is relative to, if that is given. */
function asTexts([url, base]: readonly unknown[]): [string, string?] {
  const text = (value: unknown) => String(value);
  return base === undefined ? [text(url)] : [text(url), text(base)];
}

function parsed(current: () => Environment, args: readonly unknown[]): object {
  const texts = asTexts(args);
  const found = attemptUrl(current, texts);
  if (found) return found;
  throw invalid(texts);
}

function attemptUrl(current: () => Environment, texts: [string, string?]): object | undefined {
  let found: URL;
  try {
    found = new CoreUrl(...texts);
  } catch {
    return undefined;
  }
  refuseMapped(current, texts, found);
  return found;
}

/** A host name that is not ASCII goes through tables of Unicode (UTS #46), of which only lower case is here. */
function refuseMapped(current: () => Environment, texts: readonly (string | undefined)[], { hostname }: URL): void {
  if (!hostname.includes('xn--')) return;
  const needsTables = texts.some((text = '') => text.toLowerCase().normalize('NFKC') !== text.toLowerCase());
  if (needsTables)
    refuseMember(current(), 'a host name with characters that Unicode maps to others', `write ${hostname}`);
}

function invalid([input, base]: readonly (string | undefined)[]): Error {
  const error = coded(new TypeError('Invalid URL'), 'ERR_INVALID_URL');
  return Object.assign(error, { input, ...(base !== undefined && { base }) });
}
