// "Did you mean …?": the known text closest to a misspelt one.
import { distance } from 'fastest-levenshtein';

/** The known text closest to `text`, if at most a third of it (but at least `letters` letters) would have to change. */
export function nearest(text: string, known: readonly string[], letters = 2): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, cost: cost(text, candidate) })).sort((a, b) => a.cost - b.cost);
  const best = ranked[0];
  return best && best.cost <= Math.max(letters, best.candidate.length / 3) ? best.candidate : undefined;
}

// An id typed without its chapter costs nothing: "name" is "chapter/name".
function cost(text: string, candidate: string): number {
  const short = candidate.slice(candidate.lastIndexOf('/') + 1);
  const whole = distance(text, candidate);
  return text.includes('/') ? whole : Math.min(whole, distance(text, short));
}
