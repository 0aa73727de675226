// All differences of two traces, each with the row that it belongs to. The finders look for causes first; what they leave
// of the rows that part is said as it is.
import { startDifferences } from './together-starts.ts';
import { laneEnds, programEnds } from './together-ends.ts';
import { lineDifferences } from './together-lines.ts';
import { queueDifferences } from './together-queues.ts';
import { switchDifferences } from './together-switches.ts';
import { tellAll } from './together-found.ts';
import type { Found, Twins } from './together-found.ts';
import { differenceTitles } from './together-words.ts';

const order = Object.keys(differenceTitles);

/** In the order of the rows, and within a row of the closed list of kinds. */
export function differencesOf(twins: Twins): Found[] {
  const lanes = [startDifferences, switchDifferences, queueDifferences, laneEnds];
  const causes = tellAll(twins) ? lanes.flatMap((find) => find(twins)) : [];
  causes.push(...programEnds(twins));
  const found = [...causes, ...lineDifferences(twins, causes)];
  return found.sort((a, b) => a.row - b.row || order.indexOf(a.facts.kind) - order.indexOf(b.facts.kind));
}
