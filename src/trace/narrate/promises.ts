// What a reader calls a promise, which has no name in the program: by the strand whose result it is, or that awaits it first.
import type { TraceEvent } from '../events.ts';

/** A promise of which the trace says no more. */
export const somePromise = 'a promise';

export interface PromiseNames {
  /** "the promise of async function work", "the promise that main awaits at line 9". */
  readonly promise: (promise: number) => string;
  /** Whether the promise is known by nothing but that this strand awaits it. */
  readonly isAwaitedBy: (promise: number, strand: number) => boolean;
}

export function promiseNames(events: readonly TraceEvent[], strand: (strand: number) => string): PromiseNames {
  const owners = ownersOf(events);
  const awaiting = new Map<number, { readonly strand: number; readonly line: number }>();
  for (const event of events) {
    const id = event.kind === 'suspend' ? awaited(event.on) : undefined;
    if (event.kind === 'suspend' && id !== undefined && !awaiting.has(id)) awaiting.set(id, event);
  }
  const promise = (id: number) => {
    const owner = owners.get(id);
    if (owner !== undefined) return `the promise of ${strand(owner)}`;
    const first = awaiting.get(id);
    return first ? `the promise that ${strand(first.strand)} awaits at line ${first.line}` : somePromise;
  };
  return { promise, isAwaitedBy: (id, by) => !owners.has(id) && awaiting.get(id)?.strand === by };
}

/** The promise in the `on` of a `suspend` event. */
function awaited(on: string): number | undefined {
  const id = /^promise#(\d+) /.exec(on)?.[1];
  return id === undefined ? undefined : Number(id);
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
