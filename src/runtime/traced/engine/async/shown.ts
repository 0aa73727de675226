// Async functions in what is printed. To util.inspect they are ordinary functions of an unusual class, as in
// `[Function: f] Class`; while it formats, that class has a name that nothing else has, as long as what is wanted is longer,
// so that lines break where they break on Node, and the text is then put right.
import type { AsyncKind, AsyncKinds } from './kinds.ts';
import type { Formatter } from '../formatter.ts';
import { named } from '../named.ts';

/** The word goes into the brackets; the name of the class stands behind a space. */
const words = [
  { kind: 'plain', word: 'Async', mark: '\u{E000}'.repeat('Async'.length - 1) },
  { kind: 'generator', word: 'AsyncGenerator', mark: '\u{E001}'.repeat('AsyncGenerator'.length - 1) },
] as const;

/** The tag of what only inherits from such a class, as a bound function: ` Class [tag]` is as long as ` AsyncFunction`. */
const heir = '\u{E002}'.repeat('Function'.length + 1 - ' []'.length);

/** `formatter` for a program that has async functions of `kinds`. */
export function showingAsync(kinds: AsyncKinds, { format, inspect }: Formatter): Formatter {
  const shows = (args: Parameters<typeof inspect>) =>
    showing(kinds, args, showsHidden(args[1]), () => inspect(...args));
  return {
    format: (...args) =>
      showing(kinds, args, typeof args[0] === 'string' && args[0].includes('%o'), () => format(...args)),
    inspect: Object.assign((...args: Parameters<typeof inspect>) => shows(args), inspect),
  };
}

function showsHidden(options: unknown): boolean {
  return options === true || (typeof options === 'object' && options !== null && 'showHidden' in options);
}

/** Runs `work`, of which `values` are what is to be shown, and puts its text right. */
function showing(kinds: AsyncKinds, values: readonly unknown[], hidden: boolean, work: () => string): string {
  if (!values.some(hasParts)) return work();
  try {
    for (const { kind, mark } of words) disguise(kinds, kinds[kind], mark, hidden);
    return words.reduce((text, { word, mark }) => corrected(text, word, mark), work());
  } finally {
    for (const { kind } of words) kinds[kind].restore();
  }
}

function hasParts(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

/** Where the tag itself is shown it cannot be a getter: there bound functions are told by their name. */
function disguise(kinds: AsyncKinds, { prototype }: AsyncKind, mark: string, hidden: boolean): void {
  const standIn = named(mark, function () {});
  standIn.prototype = prototype;
  Object.defineProperty(prototype, 'constructor', { value: standIn, configurable: true });
  const tag = function (this: unknown): string {
    return kinds.has(this) ? mark : heir;
  };
  Object.defineProperty(prototype, Symbol.toStringTag, {
    ...(hidden ? { value: mark } : { get: tag }),
    configurable: true,
  });
}

function corrected(text: string, word: string, mark: string): string {
  if (!text.includes(mark)) return text;
  const name = `${word}Function`;
  let result = text.replaceAll(` ${mark} [${heir}]`, ` ${name}`);
  const behind = `] ${mark}`;
  for (let at; (at = result.indexOf(behind)) >= 0;) {
    const open = result.lastIndexOf('[Function', at) + 1;
    const shown = result.slice(open, at + 1);
    const right = shown.startsWith('Function: bound ') ? `${shown} ${name}` : word + shown;
    result = result.slice(0, open) + right + result.slice(at + behind.length);
  }
  return result.replaceAll(mark, name).replaceAll(heir, name);
}
