// What a run looks like at one moment: its strands, its queues, its clock, and what it has printed. Nothing here changes a state.
import type { Job, QueueName, TraceStrandKind, Wait } from '../events.ts';
import type { Stream } from '../recording.ts';

type StrandStatus = 'created' | 'running' | 'suspended' | 'returned' | 'failed' | 'cancelled' | 'closed';

/** An ordinary call inside a strand, and the line on which it stands. Known only from a detailed trace. */
export interface CallState {
  readonly name: string;
  readonly line: number;
}

export interface StrandState {
  readonly strand: number;
  readonly kind: TraceStrandKind;
  readonly name: string;
  readonly status: StrandStatus;
  /** Where the strand itself stands; from 1, 0 before its first line. */
  readonly line: number;
  /** The calls that it is in, innermost last. */
  readonly calls: readonly CallState[];
  /** For what a suspended strand waits, as the `suspend` event says it. */
  readonly on?: Wait | undefined;
}

/** Where a strand stands: in the innermost of the calls that it is in. 0 where the trace does not know. */
export function lineOf({ line, calls }: StrandState): number {
  return calls[calls.length - 1]?.line ?? line;
}

/** A job that waits in a queue, or the one that runs. */
export interface JobState {
  readonly queue: QueueName;
  readonly job: number;
  /** undefined for one that was never seen to be queued. */
  readonly what: Job | undefined;
  /** ms at which a timer is due. */
  readonly due?: number;
}

/** What locks, channels and signals have in common. */
interface Shared {
  readonly id: number;
  readonly name: string;
  /** The strands that wait for it, in the order in which they came. */
  readonly waiting: readonly number[];
}

interface LockState extends Shared {
  /** The strands that hold it, as often as they have acquired it. */
  readonly holders: readonly number[];
}

interface ChannelState extends Shared {
  /** Put and not yet got, the oldest first. */
  readonly items: readonly string[];
}

interface SignalState extends Shared {
  readonly set: boolean;
}

export interface PrintedLine {
  readonly at: number;
  readonly stream: Stream;
  readonly text: string;
  readonly strand: number;
  readonly line: number;
  /** How many events had happened once it was printed. */
  readonly step: number;
}

export interface ReplayState {
  /** How many events have happened. */
  readonly step: number;
  /** ms. */
  readonly clock: number;
  /** In the order in which they were created; the main program first. */
  readonly strands: readonly StrandState[];
  /** The strands that run, each called by the one before it: the last one has the processor. */
  readonly stack: readonly number[];
  /** What waits, in order; timers in the order in which they are due. A queue in which nothing has waited is absent. */
  readonly queues: Readonly<Partial<Record<QueueName, readonly JobState[]>>>;
  /** The job that was taken from its queue last. */
  readonly job: JobState | undefined;
  /** Each from the event on that names it first, in that order; so are channels and signals. */
  readonly locks: readonly LockState[];
  readonly channels: readonly ChannelState[];
  readonly signals: readonly SignalState[];
  readonly output: readonly PrintedLine[];
  /** The exit code, once the program has ended. */
  readonly exit: number | undefined;
}

/** The main program before its first line. */
export const main: StrandState = { strand: 0, kind: 'main', name: 'main', status: 'created', line: 0, calls: [] };

/** Before the first event. */
export const start: ReplayState = {
  step: 0,
  clock: 0,
  strands: [main],
  stack: [],
  queues: {},
  job: undefined,
  locks: [],
  channels: [],
  signals: [],
  output: [],
  exit: undefined,
};

/** The strand that a running strand has called, and goes on after; undefined where it runs itself, beside others too. */
export function calledBy({ strands, stack }: ReplayState, strand: number): number | undefined {
  const above = stack.includes(strand) ? stack[stack.indexOf(strand) + 1] : undefined;
  const called = strands.find((one) => one.strand === above);
  const ownStack = called?.kind === 'thread' || called?.kind === 'worker' || called?.kind === 'process';
  return ownStack ? undefined : above;
}
