// Which kind of module Node takes a file for: by its ending, by the nearest package.json, and else a program without a line
// that only an ES module may have is a script.
// Source of the rule: https://nodejs.org/api/packages.html#determining-module-system
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { z } from 'zod';
import { readJson } from '../../json.ts';
import { CourseError } from '../../error.ts';
import { javascriptOf } from '../traced/compile/javascript.ts';

type Kind = 'commonjs' | 'module';

/** Endings that leave no choice. */
const byEnding: Readonly<Record<string, Kind>> = {
  '.mts': 'module',
  '.mjs': 'module',
  '.cts': 'commonjs',
  '.cjs': 'commonjs',
};

/** A package whose "type" is neither of the two says nothing (Node's lib/internal/modules/package_json_reader.js). */
const packageSchema = z.object({ type: z.unknown().optional() });

const wrapper = ['exports', 'require', 'module', '__filename', '__dirname'];

/** Whether `node FILE` runs `text` as CommonJS: its ending or its package says so, or says nothing and `text` is a script. */
export function isCommonJs(file: string, text: string): boolean {
  const kind = byEnding[extname(file)] ?? packageType(file);
  if (kind !== undefined) return kind === 'commonjs';
  try {
    compileFunction(javascriptOf({ file, text }, 'commonjs'), wrapper);
    return true;
  } catch (error) {
    // it is started as neither
    if (error instanceof CourseError) return true;
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function packageType(file: string): Kind | undefined {
  const found = findPackageJSON('.', pathToFileURL(file));
  if (found === undefined || basename(found) !== 'package.json') return undefined;
  const type = readJson(packageSchema, readFileSync(found, 'utf8'))?.type;
  return type === 'commonjs' || type === 'module' ? type : undefined;
}
