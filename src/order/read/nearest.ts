// "Did you mean …?": the known text closest to a misspelt one.
import { distance } from 'fastest-levenshtein';

/** The closest of `known`, if at most a third of it (but at least one letter) would have to change. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, cost: distance(text, candidate) }))
    .sort((a, b) => a.cost - b.cost);
  const best = ranked[0];
  return best && best.cost <= Math.max(1, best.candidate.length / 3) ? best.candidate : undefined;
}
