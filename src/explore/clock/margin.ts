// The margin: how little must go wrong for a run to take this path. Of all times that fit the path, those with the least delay in
// all, and those whose longest delay is the least. A delay is a stall of the process, or the lateness of an outside wait.
import { leastTotal } from './least-total.ts';
import type { Delay } from './least-total.ts';
import { zoneOf } from './path.ts';
import type { Instant, Path, PathTime } from './path.ts';
import type { Zone } from './zone.ts';

/** In units of the clock. */
export interface Margin {
  readonly total: number;
  readonly longest: number;
}

/** `path` is that of a SymbolicClock or of OutsideWaits whose run has ended. */
export function marginOf(path: Path): Margin {
  let best: Margin = { total: Infinity, longest: Infinity };
  for (const { zone, delays } of resolutions(zoneOf(path), path.times, 0)) {
    best = {
      total: Math.min(best.total, leastTotal(zone, delays)),
      longest: Math.min(best.longest, leastLongest(zone, delays)),
    };
  }
  return best;
}

interface Resolution {
  readonly zone: Zone;
  readonly delays: readonly Delay[];
}

/**
 * A delay is counted from the latest of what a time cannot be before. Where the path leaves open which one that is (a
 * stall may have lasted past the end of a wait), each is one more zone to look at.
 */
function* resolutions(zone: Zone, times: readonly PathTime[], from: number): Generator<Resolution> {
  const time = times[from];
  if (!time) {
    yield { zone, delays: [] };
  } else if (time.notBefore.length === 0) {
    yield* resolutions(zone, times, from + 1);
  }
  for (const usual of time?.notBefore ?? []) {
    const chosen = withLatest(zone, usual, time?.notBefore ?? []);
    if (!chosen) continue;
    for (const rest of resolutions(chosen, times, from + 1)) {
      yield { zone: rest.zone, delays: [{ time: from, usual }, ...rest.delays] };
    }
  }
}

/** The zone in which `latest` is not before any of them; undefined where it must be. */
function withLatest(zone: Zone, latest: Instant, all: readonly Instant[]): Zone | undefined {
  if (all.length === 1) return zone;
  const chosen = zone.copy();
  for (const other of all) {
    const bound = latest.plus - other.plus;
    if (!chosen.allows(other.time, latest.time, bound)) return undefined;
    chosen.constrain(other.time, latest.time, bound);
  }
  return chosen;
}

/** By bisection: whether no delay need be longer than a bound is whether some differences have a solution. */
function leastLongest(zone: Zone, delays: readonly Delay[]): number {
  let most = Math.max(0, ...delays.map((delay) => earliestDelay(zone, delay)));
  let least = 0;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (allowsDelays(zone, delays, middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

/** How long a delay is if all times are as early as they can be. */
function earliestDelay(zone: Zone, { time, usual }: Delay): number {
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
