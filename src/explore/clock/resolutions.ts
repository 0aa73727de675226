// From what the delays of a path are counted. A time comes at the latest of what it cannot be before; where the path leaves open which
// one that is (a stall may have lasted past the end of a wait), each of them is a case of its own: a resolution.
import type { Delay, Instant, PathTime } from './path.ts';
import type { Zone } from './zone.ts';

export interface Resolution {
  readonly zone: Zone;
  readonly delays: readonly Delay[];
}

/** The least that a delay can be. */
export function leastLength(zone: Zone, { time, usual }: Delay): number {
  return Math.max(0, -zone.most(usual.time, time) - usual.plus);
}

/** All resolutions; a partial one that is worse than what is known has no others. */
export function* resolutions(
  zone: Zone,
  times: readonly PathTime[],
  isWorse: (partial: Resolution) => boolean,
): Generator<Resolution> {
  const [partial, open] = withoutOpen(zone, times);
  yield* resolve(partial, open, isWorse);
}

/** An open time: the delays that it may have. */
type Open = readonly Delay[];

function* resolve(
  partial: Resolution,
  [first, ...others]: readonly Open[],
  isWorse: (partial: Resolution) => boolean,
): Generator<Resolution> {
  if (isWorse(partial)) return;
  if (!first) {
    yield partial;
    return;
  }
  // the last one is the end of a wait: as a rule nothing has lasted past it
  for (const delay of first.toReversed()) {
    const zone = withLatest(partial.zone, delay.usual, first);
    if (zone) yield* resolve({ zone, delays: [...partial.delays, delay] }, others, isWorse);
  }
}

/** What the zone decides by itself, and the times that it leaves open. */
function withoutOpen(zone: Zone, times: readonly PathTime[]): readonly [Resolution, readonly Open[]] {
  const delays: Delay[] = [];
  const open: Open[] = [];
  for (const [time, { notBefore }] of times.entries()) {
    const latest = notBefore.find((one) =>
      notBefore.every((other) => zone.most(other.time, one.time) <= gap(one, other)),
    );
    if (latest) delays.push({ time, usual: latest });
    else if (notBefore.length > 0) open.push(notBefore.map((usual) => ({ time, usual })));
  }
  return [{ zone, delays }, open];
}

/** The zone in which `latest` is not before any of them; undefined where it must be. */
function withLatest(zone: Zone, latest: Instant, all: Open): Zone | undefined {
  const chosen = zone.copy();
  for (const { usual } of all) {
    if (!chosen.allows(usual.time, latest.time, gap(latest, usual))) return undefined;
    chosen.constrain(usual.time, latest.time, gap(latest, usual));
  }
  return chosen;
}

/** `other` is not after `one` if its time is at most this much later. */
function gap(one: Instant, other: Instant): number {
  return one.plus - other.plus;
}
