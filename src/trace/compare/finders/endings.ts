// How strands and programs end: returned here and cancelled there, an error that nobody handles, another exit code.
import type { TraceEvent } from '../../events.ts';
import { isLone } from '../twins.ts';
import type { Finding, Twin, Twins } from '../twins.ts';
import { lineNumber } from '../strands.ts';
import type { StrandPair, StrandStory, Side } from '../strands.ts';
import { rowAt } from '../rows.ts';
import type { StrandEnd } from '../facts.ts';

/** Strands that end otherwise than their twins, told once for all strands of one name. */
export function strandEnds(twins: Twins): Finding[] {
  const ends = (pair: StrandPair) => ({ pair, ts: endOf(twins.ts, pair.ts), py: endOf(twins.py, pair.py) });
  const other = twins.pairs
    .filter(({ ts, py }) => ts.kind !== 'generator' && ts.resumes.length > 0 && py.resumes.length > 0)
    .map(ends)
    .filter(({ ts, py }) => ts.how !== py.how);
  return [...Map.groupBy(other, ({ pair }) => pair.ts.name).values()].flatMap((group) => {
    const [shown] = group;
    if (!shown) return [];
    const strands = { ts: group.map(({ pair }) => pair.ts.strand), py: group.map(({ pair }) => pair.py.strand) };
    const facts = { kind: 'ending', ts: shown.ts, py: shown.py } as const;
    return [{ facts, strands, row: endRow(twins, shown.pair), missing: true }];
  });
}

function endOf(side: Side, { strand, resumes, suspends, settle }: StrandStory): StrandEnd {
  const event = settle === undefined ? undefined : side.events[settle];
  const ended = event?.kind === 'settle' ? event.how : undefined;
  const how = ended === 'close' ? 'return' : ended; // what return() of JavaScript does is close() in Python
  const last = how === undefined ? suspends[suspends.length - 1] : resumes[resumes.length - 1];
  const resumed = last === undefined ? undefined : side.events[last];
  const failed = resumed?.kind === 'resume' && resumed.how === 'throw';
  return { strand: side.names.strand(strand), line: lineNumber(side, last), failed, how };
}

/** Where the last stretch of either strand prints something that the other does not; else where one of them ends. */
function endRow(twins: Twins, pair: StrandPair): number {
  for (const twin of ['py', 'ts'] as const) {
    const last = pair[twin].resumes.at(-1) ?? 0;
    const print = pair[twin].prints.find((index) => index > last && isLone(twins, twin, index));
    if (print !== undefined) return rowAt(twins.matches, twin, print);
  }
  const settled = pair.py.settle === undefined ? 'ts' : 'py';
  return rowAt(twins.matches, settled, pair[settled].settle ?? 0);
}

/** Once at most: an error that nobody handles here, or another exit code. */
export function programEnds(twins: Twins): Finding[] {
  const row = twins.matches.length;
  const strands = { ts: [], py: [] };
  const exit = { ts: exitOf(twins.ts.events), py: exitOf(twins.py.events) };
  if (exit.ts === undefined || exit.py === undefined || exit.ts === exit.py) return [];
  const error = { ts: errorOf(twins, 'ts'), py: errorOf(twins, 'py') };
  const failing = error.ts === undefined ? 'py' : 'ts';
  const message = error[failing];
  if (message === undefined || (error.ts !== undefined && error.py !== undefined)) {
    return [{ facts: { kind: 'exit code', ts: exit.ts, py: exit.py }, strands, row }];
  }
  const [there, here] = failing === 'ts' ? [exit.ts, exit.py] : [exit.py, exit.ts];
  return [{ facts: { kind: 'unhandled', failing, message, there, here }, strands, row }];
}

function exitOf(events: readonly TraceEvent[]): number | undefined {
  const event = events.findLast(({ kind }) => kind === 'exit');
  return event?.kind === 'exit' ? event.code : undefined;
}

/** The first error that nobody handled. */
function errorOf(twins: Twins, twin: Twin): string | undefined {
  const event = twins[twin].events.find(({ kind }) => kind === 'unhandled' || kind === 'uncaught');
  return event?.kind === 'unhandled' || event?.kind === 'uncaught' ? event.message : undefined;
}
