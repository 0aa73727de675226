// What a reader calls a promise, which has no name in the program: by the strand whose result it is, or that awaits it first.
import * as words from './catalogue/words.ts';
import type { TraceEvent } from '../events.ts';

export interface PromiseNames {
  /** "the promise of async function work", "the promise that main awaits at line 9". */
  readonly promise: (promise: number) => string;
  /** Whether the trace says more of the promise than that it is one. */
  readonly isKnown: (promise: number) => boolean;
  /** The strand whose result the promise is. */
  readonly ownerOf: (promise: number) => number | undefined;
  /** Whether the promise is known by nothing but that this strand awaits it. */
  readonly isAwaitedBy: (promise: number, strand: number) => boolean;
}

export function promiseNames(events: readonly TraceEvent[], strand: (strand: number) => string): PromiseNames {
  const owners = ownersOf(events);
  const awaiting = new Map<number, { readonly strand: number; readonly line: number }>();
  for (const event of events) {
    if (event.kind !== 'suspend' || event.on.kind !== 'promise' || awaiting.has(event.on.promise)) continue;
    awaiting.set(event.on.promise, event);
  }
  const { some, ofStrand, awaited } = words.names.promises;
  const promise = (id: number) => {
    const owner = owners.get(id);
    if (owner !== undefined) return ofStrand(strand(owner));
    const first = awaiting.get(id);
    return first ? awaited(strand(first.strand), first.line) : some;
  };
  return {
    promise,
    isKnown: (id) => owners.has(id) || awaiting.has(id),
    ownerOf: (id) => owners.get(id),
    isAwaitedBy: (id, by) => !owners.has(id) && awaiting.get(id)?.strand === by,
  };
}

/** The strands whose result each promise is: those of async functions say so, the others settle theirs as the last they do. */
function ownersOf(events: readonly TraceEvent[]): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  const last = new Map<number, number>();
  const hasResult = new Set([0]);
  for (const event of events) {
    if (event.kind === 'create' && event.promise !== undefined) owners.set(event.promise, event.strand);
    if (event.kind === 'create' && event.strandKind === 'then callback') hasResult.add(event.strand);
    if (event.kind === 'promise' && event.by !== undefined) last.set(event.by, event.promise);
    else if (event.kind === 'settle') {
      const own = last.get(event.strand);
      if (own !== undefined && hasResult.has(event.strand) && !owners.has(own)) owners.set(own, event.strand);
    } else if (event.kind !== 'enqueue' && 'strand' in event) last.delete(event.strand);
  }
  return owners;
}
