// The margin: how little must go wrong for an output to come. Of all paths that lead to it, and all times that fit one of them,
// those with the least delay in all, and those whose longest delay is the least. A delay is a stall of the process, or the lateness of an
// outside wait.
import { leastLongest } from './least-longest.ts';
import { leastTotal } from './least-total.ts';
import { zoneOf } from './path.ts';
import type { Delay, Path } from './path.ts';
import { leastLength, resolutions } from './resolutions.ts';
import type { Resolution } from './resolutions.ts';

/** In units of the clock. */
export interface Margin {
  /** The least delay in all. */
  readonly total: number;
  /** The least that the longest delay can be. */
  readonly longest: number;
  /** Which of the paths has the least delay in all. */
  readonly path: number;
  /** Values of all times of that path, whose delays add up to `total`. */
  readonly values: readonly number[];
  /** Those of its delays that are not 0, by the number of the time. */
  readonly delays: readonly { readonly time: number; readonly length: number }[];
}

/**
 * Of at least one path, each that of a SymbolicClock or of OutsideWaits whose run has ended. Branch and bound over all
 * resolutions of all of them: many paths together take little longer than one.
 */
export function marginOf(paths: readonly Path[]): Margin {
  let longest = Infinity;
  let best: Omit<Margin, 'longest'> = { total: Infinity, path: -1, values: [], delays: [] };
  const isWorse = ({ zone, delays }: Resolution): boolean => {
    const lengths = delays.map((delay) => leastLength(zone, delay));
    return Math.max(0, ...lengths) >= longest && sum(lengths) >= best.total;
  };
  for (const [index, path] of paths.entries()) {
    for (const { zone, delays } of resolutions(zoneOf(path), path.times, isWorse)) {
      longest = Math.min(longest, leastLongest(zone, delays, longest));
      const { total, values } = leastTotal(zone, delays);
      if (total < best.total) best = { total, path: index, values, delays: lengthsOf(values, delays) };
    }
  }
  return { ...best, longest };
}

function lengthsOf(values: readonly number[], delays: readonly Delay[]): Margin['delays'] {
  const of = (time: number): number => values[time] ?? NaN;
  const all = delays.map(({ time, usual }) => ({ time, length: of(time) - of(usual.time) - usual.plus }));
  return all.filter(({ length }) => length > 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
