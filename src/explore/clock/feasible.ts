// Whether a zone has times that fit some more bounds, all at once: Bellman–Ford over the bounds of both, which ends as soon as what
// lowered the values goes round in a circle (Tarjan, "Shortest paths", 1981; Cherkassky & Goldberg, "Negative-cycle detection
// algorithms", 1999). The zone is closed, so that a few passes do.
import type { Inequality } from './path.ts';
import type { Zone } from './zone.ts';

export function feasible(zone: Zone, bounds: readonly Inequality[]): boolean {
  const { size } = zone;
  const values = new Float64Array(size);
  const lowered = new Int32Array(size).fill(-1);
  const lower = (a: number, b: number, most: number): boolean => {
    const value = (values[b] ?? 0) + most;
    if (value >= (values[a] ?? 0)) return false;
    values[a] = value;
    lowered[a] = b;
    return true;
  };
  for (;;) {
    let changed = false;
    for (const { a, b, most } of bounds) changed = lower(a, b, most) || changed;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) changed = lower(a, b, zone.most(a, b)) || changed;
    if (!changed) return true;
    if (hasCircle(lowered)) return false;
  }
}

/** Whether following who lowered whom comes back to where it began. */
function hasCircle(lowered: Int32Array): boolean {
  const seen = new Int32Array(lowered.length).fill(-1);
  for (let start = 0; start < lowered.length; start++) {
    let at = start;
    while (at >= 0 && seen[at] === -1) {
      seen[at] = start;
      at = lowered[at] ?? -1;
    }
    if (at >= 0 && seen[at] === start) return true;
  }
  return false;
}
