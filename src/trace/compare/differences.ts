// All differences of two traces, each with the row that it belongs to. The finders look for causes first; what they leave
// of the rows that part is said as it is.
import { startDifferences } from './finders/starts.ts';
import { laneEnds, programEnds } from './finders/endings.ts';
import { lineDifferences } from './finders/lines.ts';
import { queueDifferences } from './finders/queues.ts';
import { switchDifferences } from './finders/switches.ts';
import { tellAll } from './twins.ts';
import type { Found, Twins } from './twins.ts';
import { differenceTitles } from './words.ts';

const order = Object.keys(differenceTitles);

/** In the order of the rows, and within a row of the closed list of kinds. */
export function differencesOf(twins: Twins): Found[] {
  const lanes = [startDifferences, switchDifferences, queueDifferences, laneEnds];
  const causes = tellAll(twins) ? lanes.flatMap((find) => find(twins)) : [];
  causes.push(...programEnds(twins));
  const found = [...causes, ...lineDifferences(twins, causes)];
  return found.sort((a, b) => a.row - b.row || order.indexOf(a.facts.kind) - order.indexOf(b.facts.kind));
}
