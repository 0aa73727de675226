// The traced engine as one script, which a realm of its own evaluates. It is bundled when a file of it has changed, and kept.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CourseError } from '../../error.ts';
import { replaceCached } from '../process/replace-file.ts';
import { withOwnMethods } from './own-methods.ts';
import { primordials } from './primordials.ts';
import type { Inside } from '../traced/realm/inside.ts';

const source = fileURLToPath(new URL('../..', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/engine', import.meta.url));
const entry = join(source, 'runtime', 'traced', 'realm', 'inside.ts');

/** What the script gives. */
export type Enter = (foreign: object) => Inside;

/** An expression whose value is `Enter`. */
export async function engineScript(): Promise<string> {
  const file = join(cache, `${digest()}.js`);
  const known = read(file);
  if (known !== undefined) return known;
  const script = await bundled(entry);
  replaceCached(file, script);
  return script;
}

/** Of everything that the script is made of. */
function digest(): string {
  const hash = createHash('sha256');
  const files = [
    ...globSync('{*.ts,trace/*.ts,explore/**/*.ts,runtime/models.ts,runtime/traced/**/*.ts,runtime/realm/*.ts}', {
      cwd: source,
    }).sort(),
    '../package-lock.json',
  ];
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(source, file)));
  return hash.digest('hex');
}

/** The script of a file and all that it imports. Throws a CourseError where a package is missing: it would be left out, and kept so. */
export async function bundled(input: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const missing: string[] = [];
  const onLog = (_level: string, { code, message }: { readonly code?: string; readonly message: string }) => {
    if (code === 'UNRESOLVED_IMPORT') missing.push(/Could not resolve '(.*?)'/.exec(message)?.[1] ?? message);
  };
  const bundle = await rolldown({ input, platform: 'neutral', treeshake: true, onLog });
  const { output } = await bundle.generate({ format: 'iife', name: 'engine', codeSplitting: false });
  await bundle.close();
  if (missing.length > 0) {
    throw new CourseError({ what: `the traced engine lacks the package ${missing.join(', ')}`, fix: 'npm ci' });
  }
  return `(() => { 'use strict'; ${primordials}${withOwnMethods(output[0].code)}\nreturn engine.enter; })()`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
