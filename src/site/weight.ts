// The weight budget: what a reader's first visit to a page transfers, over gzip.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CourseError } from '../error.ts';
import type { PageFacts } from './page-scan.ts';

/** Bytes over gzip of a page with its styles and scripts, those loaded when idle included. */
export const firstLoadBudget = 80_000;

export interface Weigher {
  /** Bytes over gzip of the first visit to a page. */
  (html: string, facts: PageFacts): number;
}

/** Weighs pages of the site in `dist`; each file is compressed once. */
export function newWeigher(dist: string, base: string): Weigher {
  const sizes = new Map<string, number>();
  const imports = new Map<string, readonly string[]>();
  const read = (path: string) => {
    const bytes = readFileSync(join(dist, path));
    sizes.set(path, gzipSync(bytes).length);
    imports.set(path, path.endsWith('.js') ? importsOf(bytes.toString(), path) : []);
  };
  return (html, facts) => {
    const wanted = [...facts.stylesheets, ...facts.scripts].map((url) => url.replace(`${base}/`, ''));
    const loaded = new Set<string>();
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      if (loaded.has(path)) continue;
      loaded.add(path);
      if (!sizes.has(path)) read(path);
      wanted.push(...(imports.get(path) ?? []));
    }
    const shared = [...loaded].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
    return gzipSync(html).length + shared;
  };
}

// Chunks name each other relatively, in static imports and in import("…").
function importsOf(code: string, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [...code.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
    (match) => folder + (match[1] ?? ''),
  );
}

export function overBudget(page: string, bytes: number): CourseError | undefined {
  if (bytes <= firstLoadBudget) return undefined;
  return new CourseError({
    what: `the first visit to this page transfers ${kilobytes(bytes)} kB over gzip; the budget is ${kilobytes(firstLoadBudget)} kB`,
    where: { file: `dist/${page}` },
    fix: 'show fewer or shorter programs on the page, or move a script behind a click',
  });
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
