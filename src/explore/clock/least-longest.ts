// The least that the longest of some delays can be within a zone: whether none need be longer than a bound is whether some
// differences have a solution, so that bisection finds it.
import type { Delay } from './path.ts';
import { leastLength } from './resolutions.ts';
import type { Zone } from './zone.ts';

/** In units of the clock; `enough` or more where it is not less than `enough`. */
export function leastLongest(zone: Zone, delays: readonly Delay[], enough: number): number {
  let least = Math.max(0, ...delays.map((delay) => leastLength(zone, delay)));
  let most = Math.min(enough, Math.max(0, ...delays.map((delay) => earliestLength(zone, delay))));
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
  const bounded = zone.copy();
  for (const { time, usual } of delays) {
    if (!bounded.allows(time, usual.time, usual.plus + most)) return false;
    bounded.constrain(time, usual.time, usual.plus + most);
  }
  return true;
}
