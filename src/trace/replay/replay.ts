// Replay: what a run looked like after so many events. A state is a fold over the trace, so stepping back needs no code
// of its own. Pure: the page, the terminal and the tests share it.
import type { TraceEvent, TraceEventOf } from '../events.ts';
import { recorder } from '../recorder.ts';
import { locked, passed, signalled, waitsNoMore } from './locks.ts';
import { main, start } from './state.ts';
import type { CallState, JobState, StrandState, ReplayState } from './state.ts';

/** The state after the first `step` events; all of them if there are fewer. */
export function stateAt(events: readonly TraceEvent[], step: number): ReplayState {
  return events.slice(0, Math.max(0, step)).reduce(apply, start);
}

/** The steps at which a reader stops: after each event that is not a mere line or ordinary call, 0 first. */
export function stops(events: readonly TraceEvent[]): number[] {
  const shown = new Set(Object.keys(recorder().tracer));
  return [0, ...events.flatMap(({ kind }, index) => (shown.has(kind) ? [index + 1] : []))];
}

/** One event further. Events in an order that no run has give some state, never an error. */
export function apply(before: ReplayState, event: TraceEvent): ReplayState {
  const state = { ...before, step: before.step + 1, clock: event.at };
  switch (event.kind) {
    case 'create':
      return created(state, event);
    case 'resume':
      return resumed(state, event);
    case 'suspend':
      return left(state, event.strand, { status: 'suspended', line: event.line, on: event.on });
    case 'settle':
      return left(waitsNoMore(state, event.strand), event.strand, { status: endings[event.how], calls: [] });
    case 'line':
      return withStrand(state, event.strand, (strand) => atLine(strand, event.line));
    case 'call':
      return withStrand(state, event.strand, (strand) => ({ ...strand, calls: [...strand.calls, called(event)] }));
    case 'leave':
      return withStrand(state, event.strand, (strand) => ({ ...strand, calls: without(strand.calls, event.name) }));
    case 'print':
      return printed(state, event);
    case 'return promise':
      return withStrand(state, event.strand, (strand) => ({ ...strand, line: event.line }));
    case 'enqueue':
      return enqueued(state, event);
    case 'dequeue':
      return dequeued(removed(state, event), before, event);
    case 'cancel':
      return removed(state, event);
    case 'lock':
    case 'channel':
    case 'signal':
      return located(synchronized(state, event), event);
    case 'cancellation':
      return event.by === undefined ? state : located(state, { strand: event.by, line: event.line });
    case 'message':
    case 'read':
    case 'write':
      return located(state, event);
    // a kind with a strand and its line belongs above, or the strand stays where it was
    default:
      return withoutStrand(state, event);
  }
}

type OfNoStrand = TraceEventOf<
  'time' | 'exit' | 'promise' | 'decision' | 'values' | 'unhandled' | 'uncaught' | 'unsettled' | 'stop'
>;

/** What moves no strand. */
function withoutStrand(state: ReplayState, event: OfNoStrand): ReplayState {
  if (event.kind === 'time') return { ...state, clock: event.to };
  return event.kind === 'exit' ? { ...state, exit: event.code } : state;
}

function synchronized(state: ReplayState, event: TraceEventOf<'lock' | 'channel' | 'signal'>): ReplayState {
  if (event.kind === 'lock') return locked(state, event);
  return event.kind === 'channel' ? passed(state, event) : signalled(state, event);
}

const endings = { return: 'returned', throw: 'failed', cancel: 'cancelled', close: 'closed' } as const;

function created(state: ReplayState, { strand, strandKind, name, line }: TraceEventOf<'create'>): ReplayState {
  const one: StrandState = { strand, kind: strandKind, name, status: 'created', line, calls: [] };
  return { ...state, strands: [...state.strands.filter((other) => other.strand !== strand), one] };
}

function resumed(state: ReplayState, { strand, line }: TraceEventOf<'resume'>): ReplayState {
  const stack = [...state.stack.filter((other) => other !== strand), strand];
  const running = { ...waitsNoMore(state, strand), stack };
  return withStrand(running, strand, (one) => ({ ...one, status: 'running', line, on: undefined }));
}

/** The strand gives the processor back to the one that called it; one with a call stack of its own keeps its calls. */
function left(state: ReplayState, strand: number, change: Partial<StrandState>): ReplayState {
  const stack = state.stack.filter((other) => other !== strand);
  return withStrand({ ...state, stack }, strand, (one) => ({ ...one, ...change }));
}

function printed(state: ReplayState, { at, strand, line, stream, text }: TraceEventOf<'print'>): ReplayState {
  const output = [...state.output, { at, stream, text, strand, line, step: state.step }];
  return located({ ...state, output }, { strand, line });
}

/** The strand stands where it does something to others, if that line is known. */
function located(
  state: ReplayState,
  { strand, line }: { readonly strand: number; readonly line: number },
): ReplayState {
  return line === 0 ? state : withStrand(state, strand, (one) => ({ ...one, line }));
}

function enqueued(state: ReplayState, { queue, job, what, due }: TraceEventOf<'enqueue'>): ReplayState {
  const waiting = state.queues[queue] ?? [];
  const later = due === undefined ? -1 : waiting.findIndex((other) => other.due !== undefined && other.due > due);
  const index = later < 0 ? waiting.length : later;
  const one: JobState = { queue, job, what, ...(due !== undefined && { due }) };
  return { ...state, queues: { ...state.queues, [queue]: waiting.toSpliced(index, 0, one) } };
}

function removed(state: ReplayState, { queue, job }: TraceEventOf<'dequeue' | 'cancel'>): ReplayState {
  const waiting = state.queues[queue] ?? [];
  return { ...state, queues: { ...state.queues, [queue]: waiting.filter((other) => other.job !== job) } };
}

/** A job begins on an empty call stack: only what has a stack of its own runs on. */
function dequeued(state: ReplayState, before: ReplayState, event: TraceEventOf<'dequeue'>): ReplayState {
  const { queue, job } = event;
  const taken = before.queues[queue]?.find((other) => other.job === job) ?? { queue, job, what: undefined };
  const runsOn = ({ kind }: StrandState) => kind === 'thread' || kind === 'worker' || kind === 'process';
  const strands = state.strands.map((strand): StrandState => {
    return strand.status === 'running' && !runsOn(strand) ? { ...strand, status: 'suspended' } : strand;
  });
  const stack = state.stack.filter((strand) => strands.some((one) => one.strand === strand && runsOn(one)));
  return { ...state, job: taken, strands, stack };
}

/** A strand that nobody created is a callback without a name. */
function withStrand(state: ReplayState, strand: number, change: (strand: StrandState) => StrandState): ReplayState {
  const index = state.strands.findLastIndex((one) => one.strand === strand);
  const known = state.strands[index];
  if (known) return { ...state, strands: state.strands.with(index, change(known)) };
  const unknown: StrandState = { ...main, strand, kind: 'callback', name: `strand ${strand}` };
  return { ...state, strands: [...state.strands, change(unknown)] };
}

function atLine(strand: StrandState, line: number): StrandState {
  const call = strand.calls[strand.calls.length - 1];
  return call ? { ...strand, calls: strand.calls.with(-1, { ...call, line }) } : { ...strand, line };
}

function called({ name, line }: TraceEventOf<'call'>): CallState {
  return { name, line };
}

/** Without the innermost call of this name. */
function without(calls: readonly CallState[], name: string): readonly CallState[] {
  const index = calls.findLastIndex((call) => call.name === name);
  return index < 0 ? calls : calls.toSpliced(index, 1);
}
