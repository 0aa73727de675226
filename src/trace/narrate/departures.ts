// Where a run leaves the usual way, in words.
import type { Departure } from '../departure.ts';
import * as words from './catalogue/words.ts';

const say = words.departures;

/** What the engines call it where no further wait ends in the same turn. */
const nobody = 'nobody';

/** More places than this are counted, not told. */
const most = 3;

/** Without a full stop. */
export function departuresInWords(departures: readonly Departure[]): string {
  if (departures.length === 0) return say.usual;
  const places = departures.slice(0, most).map(departureInWords);
  return say.all(places, departures.length - places.length);
}

function departureInWords({ cause, at, taken, usual, ms, isPreemption }: Departure): string {
  const [next, expected] = namesOf(taken, usual);
  if (cause === 'latency' && next !== undefined && usual?.id === nobody) return say.sameTurn(next);
  if (cause === 'latency' && expected !== undefined && taken?.id === nobody) return say.notYet(expected);
  if (cause === 'cpu') return say.stall(ms, at?.line, at?.strand);
  return cause === 'threads'
    ? say.threads(next, isPreemption ?? false, at?.line, at?.strand)
    : say[cause](next, expected);
}

/** Two of the same name and line are told apart by what the engine calls them. */
function namesOf(...ways: readonly Departure['taken'][]): readonly (string | undefined)[] {
  const names = ways.map((way) => way && say.named(way.strand ?? way.id, way.line));
  const isSame = names[0] !== undefined && names[0] === names[1];
  return isSame ? ways.map((way) => way && say.named(way.id, way.line)) : names;
}
