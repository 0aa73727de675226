// Where the specifiers of a program lead, by Node's rules: a file beside it, or nowhere. Packages are for the real engine.
// Source of the rules: https://nodejs.org/api/esm.html#resolution-algorithm-specification, https://nodejs.org/api/modules.html#all-together
import { readFileSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Found, FindBeside } from '../traced/compile/beside.ts';
import { isCommonJs } from './module-kind.ts';

export const findBeside: FindBeside = (specifier, from, how) => {
  if (isBuiltin(specifier) || specifier.startsWith('node:')) return undefined;
  return how === 'import' ? imported(specifier, from) : required(specifier, fileURLToPath(from));
};

function imported(specifier: string, from: string): Found | undefined {
  const by = fileURLToPath(from);
  if (!/^(?:\.{0,2}\/|file:)/.test(specifier)) {
    if (isPackage(specifier, by) || /^[a-z]+:/.test(specifier)) return undefined;
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    return missing(`Cannot find package '${name}' imported from ${by}`, 'ERR_MODULE_NOT_FOUND');
  }
  const url = new URL(specifier, from);
  const path = fileURLToPath(url);
  if (isFile(path)) return fileOf(path);
  if (isFolder(path)) return undefined;
  return missing(`Cannot find module '${path}' imported from ${by}`, 'ERR_MODULE_NOT_FOUND', url.href);
}

function required(specifier: string, by: string): Found | undefined {
  try {
    const path = createRequire(by).resolve(specifier);
    return /^\.{0,2}\//.test(specifier) ? fileOf(path) : undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) return undefined;
    return missing(`Cannot find module '${specifier}'\nRequire stack:\n- ${by}`, 'MODULE_NOT_FOUND');
  }
}

/** Undefined for what is no text of a program. */
function fileOf(path: string): Found | undefined {
  if (!/\.(?:[cm]?[jt]s|json)$/.test(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const format = path.endsWith('.json') ? 'json' : isCommonJs(path, text) ? 'commonjs' : 'module';
  const file = relative(process.cwd(), path).replaceAll(sep, '/');
  return { kind: 'file', url: pathToFileURL(path).href, file, text, format };
}

function missing(message: string, code: string, url?: string): Found {
  return { kind: 'missing', error: { message, code, ...(url !== undefined && { url }) } };
}

function isPackage(specifier: string, by: string): boolean {
  try {
    createRequire(by).resolve(specifier);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND');
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
