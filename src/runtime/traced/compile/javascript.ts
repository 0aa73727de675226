// The JavaScript of a file, as Node gives it to V8: types are erased in the files of TypeScript alone.
import { erase } from './erase.ts';
import type { SourceFile } from './refusal.ts';

/** Whether Node takes the file as it is: https://nodejs.org/api/typescript.html#determining-module-system */
export function isJavaScript(file: string): boolean {
  return /\.[cm]?js$/.test(file);
}

/** Without types, byte order mark and the line that names an interpreter; lines and columns are those of `source`. Throws what `erase` throws. */
export function javascriptOf(source: SourceFile, kind: 'commonjs' | 'module'): string {
  const text = isJavaScript(source.file)
    ? source.text.replace(/^\uFEFF/, '')
    : erase(source, kind === 'commonjs' ? 'script' : kind);
  return text.replace(/^#!.*/, (line) => ' '.repeat(line.length));
}
