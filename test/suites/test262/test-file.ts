// One test of test262 as a program: its front matter read, the harness files that it includes put before it.
// The format: https://github.com/tc39/test262/blob/main/INTERPRETING.md
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const frontMatterSchema = z.object({
  flags: z.array(z.string()).default([]),
  includes: z.array(z.string()).default([]),
  features: z.array(z.string()).default([]),
  negative: z.object({ phase: z.string(), type: z.string() }).optional(),
});
type FrontMatter = z.infer<typeof frontMatterSchema>;

export interface TestFile extends FrontMatter {
  /** From the root of test262, with slashes. */
  readonly path: string;
  readonly source: string;
}

/** The harness files that every test has. */
const always = ['assert.js', 'sta.js'];

/** Reads the test at `path` below `root`. */
export function readTestFile(root: string, path: string): TestFile {
  const source = readFileSync(join(root, path), 'utf8');
  const text = /\/\*---\r?\n(.*?)---\*\//s.exec(source)?.[1] ?? '';
  return { ...frontMatterSchema.parse(parse(text) ?? {}), path, source };
}

/** Why a test cannot be tried in any host that has no more than Node's globals; undefined if it can. */
export function untriable({ flags, negative, source }: TestFile): string | undefined {
  if (flags.includes('raw')) return 'a raw test takes no harness';
  if (negative !== undefined) return 'it must fail to compile or to run, and prints nothing';
  if (/\$262\b/.test(source)) return 'it needs $262, a host object that Node has not';
  return undefined;
}

/** The file name that makes Node take the program for the kind of module that the test wants. */
export function programName({ flags }: TestFile): string {
  return flags.includes('module') ? 'program.mjs' : 'program.cjs';
}

/** What is run: host functions, harness, test. An async test prints its end itself, a sync one is followed by the same line. */
export function programOf(root: string, { flags, includes, source }: TestFile): string {
  const isAsync = flags.includes('async');
  const files = [...always, ...(isAsync ? ['doneprintHandle.js'] : []), ...includes];
  const harness = [...new Set(files)].map((file) => readFileSync(join(root, 'harness', file), 'utf8'));
  const directive = flags.includes('onlyStrict') ? '"use strict";\n' : '';
  const host = 'function print(text) { console.log(text); }\n';
  const end = isAsync ? '' : `\nprint(${JSON.stringify(passed)});\n`;
  return [directive, host, ...harness, source, end].join('\n');
}

/** What a program prints whose test passes. */
export const passed = 'Test262:AsyncTestComplete';
