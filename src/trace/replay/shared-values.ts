// What the variables that several strands touch hold after so many events: a fold over their reads and writes. Pure.
import type { TraceEvent } from '../events.ts';

export interface SharedValue {
  readonly name: string;
  readonly value: string;
  /** The last event wrote it. */
  readonly isChanged: boolean;
  /** What strands have read and not written over since, the latest read of each, in the order of the reads. */
  readonly reads: readonly { readonly strand: number; readonly value: string }[];
  /** The write that the last one has undone: whoever wrote last had read before it came. */
  readonly lost: { readonly strand: number; readonly value: string } | undefined;
}

interface Known extends SharedValue {
  readonly writer: number | undefined;
  /** The strands that have read since the last write. */
  readonly fresh: ReadonlySet<number>;
}

/** In the order in which the program touches them first; none where the trace has no reads and writes. */
export function sharedValues(events: readonly TraceEvent[], step: number): SharedValue[] {
  const known = new Map<string, Known>();
  for (const [index, event] of events.slice(0, step).entries()) {
    if (event.kind !== 'read' && event.kind !== 'write') continue;
    const before = known.get(event.name) ?? unknown(event.name);
    known.set(event.name, event.kind === 'read' ? read(before, event) : written(before, event, index === step - 1));
  }
  return [...known.values()];
}

function unknown(name: string): Known {
  return { name, value: '', isChanged: false, reads: [], lost: undefined, writer: undefined, fresh: new Set() };
}

interface Access {
  readonly strand: number;
  readonly value: string;
}

function read(before: Known, { strand, value }: Access): Known {
  const reads = [...before.reads.filter((one) => one.strand !== strand), { strand, value }];
  return { ...before, value, isChanged: false, reads, fresh: new Set([...before.fresh, strand]) };
}

/** Who had read, and not since the last write of another strand, writes over it without knowing of it. */
function written(before: Known, { strand, value }: Access, isLast: boolean): Known {
  const hadRead = before.reads.some((one) => one.strand === strand);
  const isBlind = hadRead && !before.fresh.has(strand) && before.writer !== undefined && before.writer !== strand;
  return {
    ...before,
    value,
    isChanged: isLast,
    reads: before.reads.filter((one) => one.strand !== strand),
    lost: isBlind ? { strand: before.writer, value: before.value } : undefined,
    writer: strand,
    fresh: new Set(),
  };
}
