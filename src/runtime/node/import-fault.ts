// What is wrong with the specifier of an import, by the rules of Node's ES modules.
// Source of the rules: https://nodejs.org/api/esm.html#resolution-algorithm-specification
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nearest } from '../../nearest.ts';

interface ImportFault {
  readonly what: string;
  readonly fix: string;
}

const endings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

/** Undefined if the program in `file` can import `specifier`. */
export function importFault(file: string, specifier: string | undefined): ImportFault | undefined {
  if (specifier === undefined || isBuiltin(specifier)) return undefined;
  if (specifier.startsWith('node:')) {
    return { what: `Node has no module "${specifier}"`, fix: 'look for its name at https://nodejs.org/api/' };
  }
  return /^\.{0,2}\//.test(specifier) ? fileFault(file, specifier) : packageFault(file, specifier);
}

function fileFault(file: string, specifier: string): ImportFault | undefined {
  const path = fileURLToPath(new URL(specifier, pathToFileURL(file)));
  if (existsSync(path) && statSync(path).isFile()) return undefined;
  const stem = path.replace(/\.[cm]?js$/, '').replace(/\/$/, '');
  const found = endings.map((ending) => stem + ending).find((candidate) => existsSync(candidate));
  if (found !== undefined) {
    const kind = existsSync(path) ? 'is a folder' : 'is no file';
    return { what: `"${specifier}" ${kind}: Node wants the whole name`, fix: `write ${specifierOf(file, found)}` };
  }
  const folder = dirname(path);
  const near = existsSync(folder) ? nearest(basename(path), readdirSync(folder)) : undefined;
  const fix =
    near === undefined
      ? `write the file, or correct the path`
      : `did you mean ${specifierOf(file, `${folder}/${near}`)}?`;
  return { what: `there is no file "${specifier}"`, fix };
}

/** The specifier by which `file` names `target`. */
function specifierOf(file: string, target: string): string {
  const path = relative(dirname(file), target).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function packageFault(file: string, specifier: string): ImportFault | undefined {
  try {
    createRequire(file).resolve(specifier);
    return undefined;
  } catch (error) {
    // a package that offers itself to imports alone is there
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) return undefined;
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  const fix = isBuiltin(`node:${name}`)
    ? `write node:${specifier}`
    : `npm install ${name}, in the folder of the program`;
  return { what: `there is no package "${name}" here`, fix };
}
