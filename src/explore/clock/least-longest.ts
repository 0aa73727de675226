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

/**
 * The least solution of all bounds, from the earliest times upwards: what a delay lacks, its usual time must be later. Every
 * round goes through all delays; a bound that has not settled after as many rounds as there are delays rests on itself.
 */
function allowsDelays(zone: Zone, delays: readonly Delay[], most: number): boolean {
  const times = Array.from({ length: zone.size }, (_, time) => zone.earliest(time));
  const at = (time: number): number => times[time] ?? 0;
  for (let round = 0; round <= delays.length; round++) {
    let isSettled = true;
    for (const { time, usual } of delays) {
      const least = at(time) - usual.plus - most;
      if (at(usual.time) >= least) continue;
      if (least > zone.most(usual.time, 0)) return false;
      isSettled = false;
      for (let other = 0; other < times.length; other++) {
        times[other] = Math.max(at(other), least - zone.most(usual.time, other));
      }
    }
    if (isSettled) return true;
  }
  return false;
}
