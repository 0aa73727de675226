// The path of a run through unknown times: which times there were, and what its decisions say about their differences. JSON, so
// that an engine behind a pipe may send it for the margin.
import type { Location } from '../decision.ts';
import { Zone } from './zone.ts';

/** A time, by number, and what was added to it, in units of the clock. */
export interface Instant {
  readonly time: number;
  readonly plus: number;
}

/** Time number 0, when the program begins. */
export const start: Instant = { time: 0, plus: 0 };

/** `a` is at most `most` later than `b`. */
export interface Inequality {
  readonly a: number;
  readonly b: number;
  readonly most: number;
}

/** A time, by what it cannot be before. If all goes well it is the latest of these; with none, nothing can go wrong with it. */
export interface PathTime {
  readonly notBefore: readonly Instant[];
  /** Where the clock was read. */
  readonly at?: Location;
}

/** `time` comes later than `usual`, when it would have come if nothing had gone wrong. */
export interface Delay {
  readonly time: number;
  readonly usual: Instant;
}

export interface Path {
  /** The least that each time is later than the one before. */
  readonly step: number;
  /** Time number 0 first. */
  readonly times: readonly PathTime[];
  readonly inequalities: readonly Inequality[];
}

/** All values that the times may have. */
export function zoneOf({ step, times, inequalities }: Path): Zone {
  const zone = Zone.origin();
  for (const { notBefore } of times.slice(1)) addTime(zone, step, notBefore);
  for (const { a, b, most } of inequalities) zone.constrain(a, b, most);
  return zone;
}

/** Another time, not before the last one + `step` and each of `notBefore`; its number. */
function addTime(zone: Zone, step: number, notBefore: readonly Instant[]): number {
  const time = zone.add(zone.size - 1, step);
  for (const { time: earlier, plus } of notBefore) zone.constrain(earlier, time, -plus);
  return time;
}
