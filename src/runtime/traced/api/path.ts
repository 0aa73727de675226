// node:path, as it is on Linux: the functions of path-browserify, which are Node's own, under today's checks of arguments.
import posix from 'path-browserify';
import type { Formatter } from '../engine/formatter.ts';
import { named } from '../engine/named.ts';
import { textOnly } from './arguments.ts';

type PathFunction = (...paths: readonly string[]) => unknown;

/** What each argument is called where it is no text; the last of them for all that follow. */
const texts = {
  basename: ['path', 'suffix'],
  dirname: ['path'],
  extname: ['path'],
  isAbsolute: ['path'],
  join: ['path'],
  normalize: ['path'],
  parse: ['path'],
  relative: ['from', 'to'],
  resolve: ['path'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** `cwd` gives the folder in which a relative path begins. */
export function createPath(formatter: Formatter, cwd: () => string) {
  const checked = (name: keyof typeof texts) =>
    named(name, (...args: readonly unknown[]): unknown => {
      const names: readonly string[] = texts[name];
      const isList = name === 'resolve' || name === 'join';
      const count = isList ? args.length : name === 'relative' ? 2 : Math.max(1, Math.min(args.length, names.length));
      const paths = Array.from({ length: count }, (_, index) =>
        textOnly(args[index], nameOf(name, names, index), formatter),
      );
      return Reflect.apply(posix[name] as PathFunction, posix, fromRoot(name, paths, cwd));
    });
  const path = {
    basename: checked('basename'),
    dirname: checked('dirname'),
    extname: checked('extname'),
    isAbsolute: checked('isAbsolute'),
    join: checked('join'),
    normalize: checked('normalize'),
    parse: checked('parse'),
    relative: checked('relative'),
    resolve: checked('resolve'),
    format: (object: object) => posix.format(object),
    sep: posix.sep,
    delimiter: posix.delimiter,
  };
  return Object.assign(path, { posix: path });
}

function nameOf(name: string, names: readonly string[], index: number): string {
  return name === 'resolve' ? `paths[${index}]` : (names[index] ?? 'path');
}

/** The package asks a process for its folder, which is the engine's to say. */
function fromRoot(name: string, given: readonly string[], cwd: () => string): readonly string[] {
  if (name === 'resolve') return [cwd(), ...given];
  return name === 'relative' ? given.map((path) => posix.resolve(cwd(), path)) : given;
}
