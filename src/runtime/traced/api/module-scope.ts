// What a program has beside the globals because of the kind of module it is: `import.meta`, or the five parameters of the
// function in which Node runs a script (lib/internal/modules/cjs/loader.js).
import { moduleName } from '../compile/available.ts';
import type { Environment } from '../engine/environment.ts';
import { named } from '../engine/named.ts';
import type { RealmGlobals } from './realm-globals.ts';
import { refuseMember } from './refuse.ts';

/** `URL`: the class of the realm. */
export function metaOf(environment: Environment, { URL }: Pick<RealmGlobals, 'URL'>): object {
  const { url, path } = environment.core.program;
  const resolve = named('resolve', (specifier: unknown): unknown => {
    const name = String(specifier);
    const known = moduleName(name);
    if (known) return `node:${known}`;
    if (/^\.{0,2}\//.test(name) || URL.canParse(name)) return Reflect.get(new URL(name, url), 'href');
    return refuseMember(environment, `import.meta.resolve of "${name}"`);
  });
  const own = { dirname: folderOf(path), filename: path, main: true, resolve, url };
  return Object.assign(Object.create(null) as object, own);
}

export interface Script {
  /** What `this` is at its top level. */
  readonly exports: object;
  /** exports, require, module, __filename, __dirname */
  readonly parameters: readonly unknown[];
}

export function scriptOf(environment: Environment, load: (specifier: string) => object): Script {
  const { path } = environment.core.program;
  const exports = {};
  const module = { id: '.', path: folderOf(path), exports, filename: path, loaded: false, children: [], paths: [] };
  const require = named('require', (specifier: unknown): unknown => {
    if (typeof specifier !== 'string' || !moduleName(specifier)) {
      return refuseMember(environment, `module ${String(specifier)}`);
    }
    const found = load(specifier);
    return 'default' in found ? found.default : found;
  });
  Object.assign(require, { main: module });
  return { exports, parameters: [exports, require, module, path, folderOf(path)] };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
