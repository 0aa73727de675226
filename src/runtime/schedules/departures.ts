// Where the simplest run that gives an output leaves the usual one, as data for whoever tells it.
import { marginOf } from '../../explore/clock/margin.ts';
import type { Path } from '../../explore/clock/path.ts';
import type { Difference } from '../../explore/shrink/difference.ts';
import type { Departure } from '../../trace/departure.ts';
import { departuresInWords } from '../../trace/narrate/departures.ts';
import type { Outcome } from '../outcome.ts';

/** None of the usual run and of real ones. `unitsPerMs`: of the clock of the engine that ran it. */
export function departuresOf({ origin }: Pick<Outcome, 'origin'>, unitsPerMs: number): Departure[] {
  if (origin.kind === 'real') return [];
  const { differences, paths } = origin;
  const [path] = paths;
  const isStalled = differences.length > 0 && differences.every(({ cause }) => cause === 'cpu');
  return isStalled && path ? stalls(path, unitsPerMs) : differences.map(departureOf);
}

/** Without a full stop. */
export function originInWords(outcome: Pick<Outcome, 'origin'>, unitsPerMs: number): string {
  const { origin } = outcome;
  if (origin.kind === 'real') return `a real run under the pauses of seed ${origin.seed}`;
  return departuresInWords(departuresOf(outcome, unitsPerMs));
}

/** The decisions compare times; what a person can tell is where the process stands still, and for how long at least. */
function stalls(path: Path, unitsPerMs: number): Departure[] {
  return marginOf([path]).delays.map(({ time, length }) => {
    const at = path.times[time]?.at;
    return { cause: 'cpu', ms: length / unitsPerMs, ...(at && { at }) };
  });
}

function departureOf({ cause, at, taken, usual, isPreemption }: Difference): Departure {
  return {
    cause,
    ...(at && { at }),
    ...(taken && { taken }),
    ...(usual && { usual }),
    ...(isPreemption && { isPreemption }),
  };
}
