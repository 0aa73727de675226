// "Did you mean …?": the known name closest to a misspelt one.
import { distance } from 'fastest-levenshtein';

/** The known name closest to `name`, if at most a third of it (but at least two letters) would have to change. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, cost: cost(name, candidate) })).sort((a, b) => a.cost - b.cost);
  const best = ranked[0];
  return best && best.cost <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined;
}

// A name typed without its chapter costs nothing: "name" is "chapter/name".
function cost(name: string, candidate: string): number {
  const short = candidate.slice(candidate.lastIndexOf('/') + 1);
  const whole = distance(name, candidate);
  return name.includes('/') ? whole : Math.min(whole, distance(name, short));
}
