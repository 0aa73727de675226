// All differences of two traces, each with the row that it belongs to. The finders look for causes first; what they leave
// of the rows that part is said as it is.
import { startDifferences } from './finders/starts.ts';
import { strandEnds, programEnds } from './finders/endings.ts';
import { lineDifferences } from './finders/lines.ts';
import { queueDifferences } from './finders/queues.ts';
import { switchDifferences } from './finders/switches.ts';
import { areWhole } from './twins.ts';
import type { Finding, Twins } from './twins.ts';
import { differenceTitles } from './words.ts';

const order = Object.keys(differenceTitles);

/** In the order of the rows, and within a row of the closed list of kinds. */
export function differencesOf(twins: Twins): Finding[] {
  const strands = [startDifferences, switchDifferences, queueDifferences, strandEnds];
  const causes = areWhole(twins) ? strands.flatMap((find) => find(twins)) : [];
  causes.push(...programEnds(twins));
  const findings = [...causes, ...lineDifferences(twins, causes)];
  return findings.sort((a, b) => a.row - b.row || order.indexOf(a.facts.kind) - order.indexOf(b.facts.kind));
}
