// The short walk through a run: a step is a printed line, a suspension with its reason, a decision, or a write that another strand
// reads. What leads there (a start, a wake-up, a read, an end) is told in the next step of that strand. Pure.
import type { TraceEvent, TraceEventOf } from '../events.ts';

export interface ShortStep {
  /** How many events have happened. */
  readonly step: number;
  /** Indexes of the events that the step tells, in their order; its own is the last. */
  readonly narrated: readonly number[];
}

/** The steps of a run in their order; the state before the first event is none of them. */
export function shortSteps(events: readonly TraceEvent[]): ShortStep[] {
  const read = readersOf(events);
  const before = new Map<number, number[]>();
  let ended: number[] = [];
  return events.flatMap((event, index): ShortStep[] => {
    if (event.kind === 'settle') ended.push(index);
    else if (event.kind === 'resume' || event.kind === 'read')
      before.set(event.strand, [...(before.get(event.strand) ?? []), index]);
    if (!isStep(event, read)) return [];
    const strand = 'strand' in event ? event.strand : undefined;
    const isEnd = event.kind === 'exit';
    const own = strand === undefined ? [] : (before.get(strand) ?? []);
    const others = strand === undefined && !isEnd ? [] : ended;
    if (strand !== undefined) before.delete(strand);
    if (others === ended) ended = [];
    return [{ step: index + 1, narrated: [...others, ...own, index].toSorted((a, b) => a - b) }];
  });
}

type Readers = ReadonlyMap<string, ReadonlySet<number>>;

/** By variable, the strands that read it. */
function readersOf(events: readonly TraceEvent[]): Readers {
  const reads = events.filter((event): event is TraceEventOf<'read'> => event.kind === 'read');
  const byName = Map.groupBy(reads, ({ name }) => name);
  return new Map([...byName].map(([name, all]) => [name, new Set(all.map(({ strand }) => strand))]));
}

function isStep(event: TraceEvent, readers: Readers): boolean {
  switch (event.kind) {
    case 'print':
    case 'suspend':
    case 'decision':
    case 'message':
    case 'unhandled':
    case 'uncaught':
    case 'unsettled':
    case 'stop':
    case 'exit':
      return true;
    case 'lock':
    case 'channel':
    case 'signal':
      return event.how === 'wait';
    case 'write':
      return [...(readers.get(event.name) ?? [])].some((strand) => strand !== event.strand);
    default:
      return false;
  }
}
