// Which kind of module Node takes a file for: a program without a line that only an ES module may have is a script.
// Source of the rule: https://nodejs.org/api/packages.html#determining-module-system
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { z } from 'zod';
import { readJson } from '../../json.ts';
import { erase } from '../traced/compile/erase.ts';

const packageSchema = z.object({ type: z.enum(['commonjs', 'module']).optional() });

const wrapper = ['exports', 'require', 'module', '__filename', '__dirname'];

/** Whether `node FILE` runs `text` as CommonJS: its package says so, or says nothing and `text` is a valid script. */
export function isCommonJs(file: string, text: string): boolean {
  const type = packageType(file);
  if (type !== undefined) return type === 'commonjs';
  try {
    compileFunction(erase({ file, text }), wrapper);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function packageType(file: string): 'commonjs' | 'module' | undefined {
  const found = findPackageJSON('.', pathToFileURL(file));
  if (found === undefined || basename(found) !== 'package.json') return undefined;
  return readJson(packageSchema, readFileSync(found, 'utf8'))?.type;
}
