// What led to what in a trace: who ran when an event happened, who queued a job, which promise woke a strand. Numbers
// only, no words. Where a trace does not know a line, the line is 0.
import type { Names } from './names.ts';
import { runsAlone, WakeFinder } from './wakes.ts';
import type { Wake } from './wakes.ts';
import type { Job, TraceEvent, TraceEventOf } from '../events.ts';
import { apply } from '../replay/replay.ts';
import { start } from '../replay/state.ts';
import type { ReplayState } from '../replay/state.ts';

/** Who had the processor when an event happened. */
export interface Runner {
  /** The strand on top of the call stack; undefined inside the engine itself. */
  readonly strand: number | undefined;
  /** Where that strand stood; 0 without a detailed trace, which alone can tell. */
  readonly line: number;
  /** Index of the event that had resumed it. */
  readonly resumed: number | undefined;
  /** The job that ran; undefined before the first one. */
  readonly job: number | undefined;
}

export interface JobLink {
  readonly event: TraceEventOf<'enqueue'>;
  /** Index of the `enqueue`. */
  readonly index: number;
  /** Index of the `promise` event that queued it: a reaction. */
  readonly settled: number | undefined;
  /** A strand queued it for itself: what it awaits was settled already. */
  readonly ownAwait: boolean;
}

export interface Links {
  readonly runners: readonly Runner[];
  readonly jobs: ReadonlyMap<number, JobLink>;
  /** Indexes of the `resume` events with which a strand started. */
  readonly first: ReadonlySet<number>;
  /** By index of an event that has to wait for a lock, the strands that hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** By index of a `resume`, what woke a strand that no other strand and no job resumed. */
  readonly wakes: ReadonlyMap<number, Wake>;
  /** By index of a `resume` with an exception, the request for its cancellation. */
  readonly requests: ReadonlyMap<number, number>;
}

/** A trace with everything that sentences about it need. */
export interface Scene {
  readonly events: readonly TraceEvent[];
  readonly names: Names;
  readonly links: Links;
}

/** The links of a whole trace, in one pass. */
export function linksOf(events: readonly TraceEvent[]): Links {
  let state = start;
  const detailed = events.some(({ kind }) => kind === 'line');
  const jobs = new Map<number, JobLink>();
  const first = new Set<number>();
  const finder = new WakeFinder(events);
  const wakes = new Map<number, Wake>();
  const holders = new Map<number, readonly number[]>();
  const resumes = new Map<number, number>();
  const requested = new Map<number, number>();
  const requests = new Map<number, number>();
  const runners = events.map((event, index): Runner => {
    const strand = leaving(events, index) ?? alone(event, state) ?? state.stack[state.stack.length - 1];
    const resumed = strand === undefined ? undefined : resumes.get(strand);
    const line = detailed && strand !== undefined ? lineOfStrand(state, strand) : 0;
    const wake = finder.add(event, index, state);
    if (wake) wakes.set(index, wake);
    if (event.kind === 'cancellation' && event.how === 'request') requested.set(event.strand, index);
    if (event.kind === 'resume') {
      const request = requested.get(event.strand);
      if (request !== undefined && event.how === 'throw') requests.set(index, request);
      requested.delete(event.strand);
      if (!resumes.has(event.strand)) first.add(index);
      resumes.set(event.strand, index);
    }
    if (event.kind === 'lock' && event.how === 'wait') holders.set(index, holding(state, event.lock));
    if (event.kind === 'enqueue') jobs.set(event.job, jobLink(events, event, index));
    const job = state.job?.job;
    state = apply(state, event);
    return { strand, line, resumed, job };
  });
  return { runners, jobs, first, holders, wakes, requests };
}

/** The strand that gives way just now: what its await or yield settles and queues is still its own doing. */
function leaving(events: readonly TraceEvent[], index: number): number | undefined {
  const event = events[index];
  if (event?.kind !== 'promise' && event?.kind !== 'enqueue') return undefined;
  let back = index - 1;
  while (events[back]?.kind === 'promise' || events[back]?.kind === 'enqueue') back--;
  const last = events[back];
  return last?.kind === 'suspend' && last.strand === event.by ? event.by : undefined;
}

/** Where strands run at the same time, the one that the event itself names is who did it. */
function alone(event: TraceEvent, { stack, strands }: ReplayState): number | undefined {
  const strand = 'by' in event ? event.by : 'strand' in event && event.kind !== 'resume' ? event.strand : undefined;
  if (strand === undefined || !stack.includes(strand)) return undefined;
  return strands.some((one) => stack.includes(one.strand) && runsAlone(one.kind)) ? strand : undefined;
}

function lineOfStrand({ strands }: ReplayState, strand: number): number {
  return strands.find((one) => one.strand === strand)?.line ?? 0;
}

function holding({ locks }: ReplayState, lock: number): readonly number[] {
  return [...new Set(locks.find(({ id }) => id === lock)?.holders)];
}

/** The strand that runs on by a job. */
export function resumedBy(what: Job): number | undefined {
  return what.kind === 'start' || what.kind === 'resume' ? what.strand : undefined;
}

function jobLink(events: readonly TraceEvent[], event: TraceEventOf<'enqueue'>, index: number): JobLink {
  const settled = settledBefore(events, index);
  const since = settled === undefined ? index : settled;
  const previous = events[since - 1];
  const strand = resumedBy(event.what);
  const ownAwait =
    strand !== undefined && event.by === strand && previous?.kind === 'suspend' && previous.strand === strand;
  return { event, index, settled: ownAwait ? undefined : settled, ownAwait };
}

/** A promise that settles queues its reactions at once: nothing but other reactions stands between. */
function settledBefore(events: readonly TraceEvent[], index: number): number | undefined {
  if (events[index]?.kind !== 'enqueue') return undefined;
  let back = index - 1;
  while (isReaction(events[back])) back--;
  return isReaction(events[index]) && events[back]?.kind === 'promise' ? back : undefined;
}

function isReaction(event: TraceEvent | undefined): boolean {
  return event?.kind === 'enqueue' && (event.queue === 'micro' || event.queue === 'ready');
}
