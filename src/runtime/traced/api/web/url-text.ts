// How Node prints a URL and its parameters (lib/internal/url.js, the methods [inspect.custom]).

type Inspect = (value: unknown, options: object) => string;
interface Options {
  readonly breakLength: number;
  readonly stylize: (text: string, style: string) => string;
}

const urlProperties = [
  ...['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search'],
  ...['searchParams', 'hash'],
];

function nameOf(value: object, fallback: string): string {
  const constructor: unknown = Reflect.get(value, 'constructor');
  return typeof constructor === 'function' ? constructor.name : fallback;
}

export function urlText(this: object, depth: unknown, options: object, inspect: Inspect): unknown {
  if (typeof depth === 'number' && depth < 0) return this;
  const shown = Object.fromEntries(urlProperties.map((name) => [name, Reflect.get(this, name) as unknown]));
  return `${nameOf(this, 'URL')} ${inspect(shown, options)}`;
}

export function searchParamsText(this: URLSearchParams, depth: unknown, options: Options, inspect: Inspect): string {
  if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
  const inner = { ...options, ...(typeof depth === 'number' && { depth: depth - 1 }) };
  const pairs = [...this].map(([name, value]) => `${inspect(name, inner)} => ${inspect(value, inner)}`);
  const name = nameOf(this, 'URLSearchParams');
  if (pairs.length === 0) return `${name} {}`;
  const isLong = pairs.join(', ').length > options.breakLength;
  return isLong ? `${name} {\n  ${pairs.join(',\n  ')} }` : `${name} { ${pairs.join(', ')} }`;
}
