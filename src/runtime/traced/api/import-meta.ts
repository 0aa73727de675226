// `import.meta` of a file (Node's lib/internal/modules/esm/initialize_import_meta.js).
import { moduleName } from '../compile/available.ts';
import type { Environment } from '../engine/environment.ts';
import { named } from '../engine/named.ts';
import type { ModuleInfo } from '../program.ts';
import type { RealmGlobals } from './realm-globals.ts';
import { refuseMember } from './refuse.ts';

/** `URL`: the class of the realm. */
export function metaOf(
  environment: Environment,
  { URL }: Pick<RealmGlobals, 'URL'>,
  { url, path }: Pick<ModuleInfo, 'url' | 'path'>,
  isMain: boolean,
): object {
  const resolve = named('resolve', (specifier: unknown): unknown => {
    const name = String(specifier);
    const known = moduleName(name);
    if (known) return `node:${known}`;
    if (/^\.{0,2}\//.test(name) || URL.canParse(name)) return Reflect.get(new URL(name, url), 'href');
    return refuseMember(environment, `import.meta.resolve of "${name}"`);
  });
  const own = { dirname: folderOf(path), filename: path, main: isMain, resolve, url };
  return Object.assign(Object.create(null) as object, own);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
