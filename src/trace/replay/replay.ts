// Replay: what a run looked like after so many events. A state is a fold over the trace, so stepping back needs no code
// of its own. Pure: the page, the terminal and the tests share it.
import type { TraceEvent, TraceEventOf } from '../events.ts';
import { recorder } from '../recorder.ts';
import { locked, passed, signalled, waitsNoMore } from './locks.ts';
import { main, start } from './state.ts';
import type { CallState, JobState, LaneState, ReplayState } from './state.ts';

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
      return left(state, event.lane, { status: 'suspended', line: event.line, on: event.on });
    case 'settle':
      return left(waitsNoMore(state, event.lane), event.lane, { status: endings[event.how], calls: [] });
    case 'line':
      return withLane(state, event.lane, (lane) => atLine(lane, event.line));
    case 'call':
      return withLane(state, event.lane, (lane) => ({ ...lane, calls: [...lane.calls, called(event)] }));
    case 'leave':
      return withLane(state, event.lane, (lane) => ({ ...lane, calls: without(lane.calls, event.name) }));
    case 'print':
      return printed(state, event);
    case 'return promise':
      return withLane(state, event.lane, (lane) => ({ ...lane, line: event.line }));
    case 'enqueue':
      return enqueued(state, event);
    case 'dequeue':
      return dequeued(removed(state, event), before, event);
    case 'cancel':
      return removed(state, event);
    case 'lock':
      return standing(locked(state, event), event);
    case 'channel':
      return standing(passed(state, event), event);
    case 'signal':
      return standing(signalled(state, event), event);
    case 'message':
      return standing(state, event);
    case 'time':
      return { ...state, clock: event.to };
    case 'exit':
      return { ...state, exit: event.code };
    case 'promise':
    case 'unhandled':
    case 'uncaught':
    case 'unsettled':
    case 'stop':
      return state;
  }
}

const endings = { return: 'returned', throw: 'failed', cancel: 'cancelled' } as const;

function created(state: ReplayState, { lane, laneKind, name, line }: TraceEventOf<'create'>): ReplayState {
  const one: LaneState = { lane, kind: laneKind, name, status: 'created', line, calls: [] };
  return { ...state, lanes: [...state.lanes.filter((other) => other.lane !== lane), one] };
}

function resumed(state: ReplayState, { lane, line }: TraceEventOf<'resume'>): ReplayState {
  const stack = [...state.stack.filter((other) => other !== lane), lane];
  const running = { ...waitsNoMore(state, lane), stack };
  return withLane(running, lane, (one) => ({ ...one, status: 'running', line, on: undefined }));
}

/** The lane gives the processor back to the one that called it; one with a call stack of its own keeps its calls. */
function left(state: ReplayState, lane: number, change: Partial<LaneState>): ReplayState {
  const stack = state.stack.filter((other) => other !== lane);
  return withLane({ ...state, stack }, lane, (one) => ({ ...one, ...change }));
}

function printed(state: ReplayState, { at, lane, line, stream, text }: TraceEventOf<'print'>): ReplayState {
  const output = [...state.output, { at, stream, text, lane, line, step: state.step }];
  return standing({ ...state, output }, { lane, line });
}

/** The lane stands where it does something to others, if that line is known. */
function standing(state: ReplayState, { lane, line }: { readonly lane: number; readonly line: number }): ReplayState {
  return line === 0 ? state : withLane(state, lane, (one) => ({ ...one, line }));
}

function enqueued(state: ReplayState, { queue, job, label, due }: TraceEventOf<'enqueue'>): ReplayState {
  const waiting = state.queues[queue] ?? [];
  const later = due === undefined ? -1 : waiting.findIndex((other) => other.due !== undefined && other.due > due);
  const index = later < 0 ? waiting.length : later;
  const one: JobState = { queue, job, label, ...(due !== undefined && { due }) };
  return { ...state, queues: { ...state.queues, [queue]: waiting.toSpliced(index, 0, one) } };
}

function removed(state: ReplayState, { queue, job }: TraceEventOf<'dequeue' | 'cancel'>): ReplayState {
  const waiting = state.queues[queue] ?? [];
  return { ...state, queues: { ...state.queues, [queue]: waiting.filter((other) => other.job !== job) } };
}

/** A job begins on an empty call stack: only what has a stack of its own runs on. */
function dequeued(state: ReplayState, before: ReplayState, event: TraceEventOf<'dequeue'>): ReplayState {
  const { queue, job } = event;
  const taken = before.queues[queue]?.find((other) => other.job === job) ?? { queue, job, label: `job ${job}` };
  const runsOn = ({ kind }: LaneState) => kind === 'thread' || kind === 'worker' || kind === 'process';
  const lanes = state.lanes.map((lane): LaneState => {
    return lane.status === 'running' && !runsOn(lane) ? { ...lane, status: 'suspended' } : lane;
  });
  const stack = state.stack.filter((lane) => lanes.some((one) => one.lane === lane && runsOn(one)));
  return { ...state, job: taken, lanes, stack };
}

/** A lane that nobody created is a callback without a name. */
function withLane(state: ReplayState, lane: number, change: (lane: LaneState) => LaneState): ReplayState {
  const index = state.lanes.findLastIndex((one) => one.lane === lane);
  const known = state.lanes[index];
  if (known) return { ...state, lanes: state.lanes.with(index, change(known)) };
  const unknown: LaneState = { ...main, lane, kind: 'callback', name: `lane ${lane}` };
  return { ...state, lanes: [...state.lanes, change(unknown)] };
}

function atLine(lane: LaneState, line: number): LaneState {
  const call = lane.calls[lane.calls.length - 1];
  return call ? { ...lane, calls: lane.calls.with(-1, { ...call, line }) } : { ...lane, line };
}

function called({ name, line }: TraceEventOf<'call'>): CallState {
  return { name, line };
}

/** Without the innermost call of this name. */
function without(calls: readonly CallState[], name: string): readonly CallState[] {
  const index = calls.findLastIndex((call) => call.name === name);
  return index < 0 ? calls : calls.toSpliced(index, 1);
}
