// The weight budget of the traces: what a reader's step through a run transfers, over gzip.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CourseError } from '../error.ts';
import { kilobytes } from './kilobytes.ts';

/** Bytes over gzip: of all traces on average, and of any one. */
export const traceBudget = { average: 6_000, one: 60_000 } as const;

export interface TraceWeights {
  readonly count: number;
  /** Bytes over gzip. */
  readonly average: number;
  readonly heaviest: number;
  readonly faults: readonly CourseError[];
}

/** Weighs the traces among `files`, which are paths below `dist` with forward slashes. */
export function weighTraces(dist: string, files: Iterable<string>): TraceWeights {
  const paths = [...files].filter((path) => /^traces\/.*\.json$/.test(path)).sort();
  const sizes = paths.map((path) => ({ path, bytes: gzipSync(readFileSync(join(dist, path))).length }));
  const average = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, sizes.length);
  const heaviest = Math.max(0, ...sizes.map(({ bytes }) => bytes));
  const heavy = sizes.filter(({ bytes }) => bytes > traceBudget.one).map(({ path, bytes }) => tooHeavy(path, bytes));
  const faults = average > traceBudget.average ? [...heavy, allTooHeavy(average)] : heavy;
  return { count: sizes.length, average, heaviest, faults };
}

function tooHeavy(path: string, bytes: number): CourseError {
  return new CourseError({
    what: `this trace transfers ${kilobytes(bytes)} kB over gzip; the budget is ${kilobytes(traceBudget.one)} kB`,
    where: { file: `dist/${path}` },
    fix: 'let the program take fewer steps, and record it again',
  });
}

function allTooHeavy(bytes: number): CourseError {
  return new CourseError({
    what: `the traces transfer ${kilobytes(bytes)} kB over gzip on average; the budget is ${kilobytes(traceBudget.average)} kB`,
    where: { file: 'dist/traces' },
    fix: 'let the programs with the longest traces take fewer steps, and record them again',
  });
}
