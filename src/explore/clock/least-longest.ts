// The least that the longest of some delays can be within a zone: whether none need be longer than a bound is whether some
// differences have a solution, so that bisection finds it.
import { feasible } from './feasible.ts';
import type { Delay } from './path.ts';
import { leastLength } from './resolutions.ts';
import type { Zone } from './zone.ts';

/** In units of the clock; `enough` or more where it is not less than `enough`. */
export function leastLongest(zone: Zone, delays: readonly Delay[], enough: number): number {
  let least = Math.max(0, ...delays.map((delay) => leastLength(zone, delay)));
  let most = Math.max(0, ...delays.map((delay) => earliestLength(zone, delay)));
  if (least >= enough) return least;
  if (most >= enough) {
    if (!allowsDelays(zone, delays, enough - 1)) return enough;
    most = enough - 1;
  }
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (allowsDelays(zone, delays, middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

/** How long a delay is if all times are as early as they can be. */
function earliestLength(zone: Zone, { time, usual }: Delay): number {
  return zone.earliest(time) - zone.earliest(usual.time) - usual.plus;
}

function allowsDelays(zone: Zone, delays: readonly Delay[], most: number): boolean {
  return feasible(
    zone,
    delays.map(({ time, usual }) => ({ a: time, b: usual.time, most: usual.plus + most })),
  );
}
