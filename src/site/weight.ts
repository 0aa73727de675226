// The weight budgets: what a reader's first visit to a page transfers, and what follows only when they use a part of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CourseError } from '../error.ts';
import { kilobytes } from './kilobytes.ts';
import type { PageFacts } from './page-scan.ts';

/** Bytes over gzip of a page with its styles and scripts, those loaded when idle included. */
export const firstLoadBudget = 60_000;

/**
 * The scripts that the workbench imports when the reader turns to what they are for, and never before, by the names of their files:
 * bytes over gzip of each with all that it brings.
 */
export const onDemandBudgets = { 'steps-mode': 25_000, 'predict-mode': 18_000 } as const;
type OnDemand = keyof typeof onDemandBudgets;

const isOnDemand = (name: string): name is OnDemand => name in onDemandBudgets;
const onDemand = Object.keys(onDemandBudgets).filter(isOnDemand);

/** The interface of the search, which is fetched when the reader turns to the search: none of the budgets is for it. */
const search = /\/ui-core\.[\w-]+\.js$/;

interface PageWeight {
  /** Bytes over gzip of the first visit to a page. */
  readonly firstVisit: number;
  /** Bytes over gzip of what may follow on demand; absent where the page has no such part. */
  readonly later: Readonly<Partial<Record<OnDemand, number>>>;
}

export interface Weigher {
  (html: string, facts: PageFacts): PageWeight;
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
  /** Everything that these scripts and styles bring with them; on-demand scripts are put into `later` instead. */
  const reach = (from: readonly string[], later: Set<string>): Set<string> => {
    const wanted = [...from];
    const loaded = new Set<string>();
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      if (loaded.has(path)) continue;
      loaded.add(path);
      if (!sizes.has(path)) read(path);
      for (const next of imports.get(path) ?? []) {
        if (onDemandName(next)) later.add(next);
        else if (!search.test(`/${next}`)) wanted.push(next);
      }
    }
    return loaded;
  };
  const sum = (paths: Iterable<string>) => [...paths].reduce((bytes, path) => bytes + (sizes.get(path) ?? 0), 0);
  return (html, facts) => {
    const onRequest = new Set<string>();
    const named = [...facts.stylesheets, ...facts.scripts].map((url) => url.replace(`${base}/`, ''));
    const first = reach(named, onRequest);
    const later: Partial<Record<OnDemand, number>> = {};
    for (const path of onRequest) {
      const name = onDemandName(path);
      const brought = [...reach([path], new Set())].filter((found) => !first.has(found));
      if (name !== undefined) later[name] = sum(brought);
    }
    return { firstVisit: gzipSync(html).length + sum(first), later };
  };
}

/** "_astro/steps-mode.X1.js" is "steps-mode". */
function onDemandName(path: string): OnDemand | undefined {
  return onDemand.find((name) => path.slice(path.lastIndexOf('/') + 1).startsWith(`${name}.`));
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

export function overOnDemandBudgets(page: string, later: PageWeight['later']): CourseError[] {
  return onDemand.flatMap((name) => {
    const [bytes = 0, budget] = [later[name], onDemandBudgets[name]];
    if (bytes <= budget) return [];
    return [
      new CourseError({
        what: `${name}, which this page loads on demand, transfers ${kilobytes(bytes)} kB over gzip; the budget is ${kilobytes(budget)} kB`,
        where: { file: `dist/${page}` },
        fix: 'take out of it what its reader can do without',
      }),
    ];
  });
}
