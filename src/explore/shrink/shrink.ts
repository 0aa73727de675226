// Shrinks a schedule while its output stays the same: delta debugging (Zeller & Hildebrandt, "Simplifying and isolating failure-inducing
// input", IEEE TSE 28, 2002) over the list of deviations, then lower options. At the end no single deviation can be removed or
// lowered; there may still be another schedule with fewer, which only the search can tell.
import type { Deviation } from '../decision.ts';

/**
 * Yields the next schedule to try and is answered whether it fits the program and gives the same output; returns the smallest.
 * A deviation counts choice points, and one that is removed may move those behind it: then the candidate does not fit.
 */
export function* shrink(
  deviations: readonly Deviation[],
): Generator<readonly Deviation[], readonly Deviation[], boolean> {
  let smallest = deviations;
  for (;;) {
    const removed = yield* remove(smallest);
    const lowered = yield* lower(removed);
    if (lowered === removed) return removed;
    smallest = lowered;
  }
}

/** ddmin without its first half, since none of our subsets is likely to do alone: takes away ever smaller chunks. */
function* remove(deviations: readonly Deviation[]): Generator<readonly Deviation[], readonly Deviation[], boolean> {
  let smallest = deviations;
  let size = Math.ceil(smallest.length / 2);
  while (size >= 1 && smallest.length > 0) {
    const before = smallest.length;
    for (let start = 0; start < smallest.length;) {
      const candidate = [...smallest.slice(0, start), ...smallest.slice(start + size)];
      if (yield candidate) smallest = candidate;
      else start += size;
    }
    // of single deviations each must be tried again after any was removed
    if (size > 1) size = Math.min(Math.floor(size / 2), Math.max(1, smallest.length));
    else if (smallest.length === before) return smallest;
  }
  return smallest;
}

/** Answers the same array where nothing can be lowered. */
function* lower(deviations: readonly Deviation[]): Generator<readonly Deviation[], readonly Deviation[], boolean> {
  let smallest = deviations;
  for (const [index, { at, take }] of deviations.entries()) {
    for (let lowered = 1; lowered < take; lowered++) {
      const candidate = smallest.with(index, { at, take: lowered });
      if (!(yield candidate)) continue;
      smallest = candidate;
      break;
    }
  }
  return smallest;
}
