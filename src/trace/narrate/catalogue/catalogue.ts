// What a language of the interface has to have words for; one that lacks some does not compile. Facts come as names, lines and
// ms; which fact belongs where is the business of narrate/, how it is said that of a catalogue.
import type { TraceEventOf } from '../../events.ts';
import type { JobOf } from '../../jobs.ts';
import type { CallbackKind, ChoiceCause, EngineTask, PromiseState, QueueName, TraceStrandKind } from '../../kinds.ts';
import type { WaitOf } from '../../waits.ts';

export interface Catalogue {
  readonly names: NameWords;
  readonly waits: WaitWords;
  readonly jobs: JobWords;
  readonly syncObjects: SyncObjectWords;
  readonly syncCaptions: SyncCaptionWords;
  readonly lanes: LaneWords;
  readonly values: ValueWords;
  readonly captions: CaptionWords;
  readonly reasons: ReasonWords;
  readonly causes: CauseWords;
}

/** The number of a line; 0 where it is not known. */
type Line = number;
type How<E extends { readonly how: string }> = E['how'];

export interface NameWords {
  readonly queues: Readonly<Record<QueueName, string>>;
  readonly panels: Readonly<Record<'lanes' | 'queues' | 'locks' | 'output' | 'values', string>>;
  readonly strandKind: (kind: TraceStrandKind) => string;
  /** The main strand; `program` where another strand is called so by the program, `first` at the start of a sentence. */
  readonly main: { readonly plain: string; readonly program: string; readonly first: string };
  readonly engine: string;
  readonly unknownStrand: (strand: number) => string;
  readonly named: (kind: string, name: string) => string;
  readonly ofLine: (what: string, line: Line) => string;
  /** One of several of a name. */
  readonly numbered: (name: string, number: number) => string;
  readonly onlyOne: (kind: string) => string;
  readonly unknownSyncObject: (id: number) => string;
  readonly promises: {
    readonly some: string;
    readonly another: string;
    readonly ofStrand: (strand: string) => string;
    readonly awaited: (strand: string, line: Line) => string;
  };
  readonly list: (names: readonly string[]) => string;
  readonly ms: (ms: number) => string;
}

/** A wait as a clause of its own, and as what comes after the name of who waits. */
export interface WaitClause {
  /** "it sleeps for 0.1 s" */
  readonly said: string;
  /** "sleeps for 0.1 s" */
  readonly does: string;
}

export interface WaitWords {
  readonly yield: WaitClause;
  readonly turn: WaitClause;
  readonly sleep: (ms: number | undefined) => WaitClause;
  readonly await: Readonly<Record<WaitOf<'await'>['what'], WaitClause>>;
  /** `name` is undefined for a promise known by nothing but this await. */
  readonly promise: (name: string | undefined, state: PromiseState) => WaitClause;
  readonly strand: Readonly<Record<How<WaitOf<'strand'>>, (name: string) => WaitClause>>;
  readonly group: Readonly<Record<WaitOf<'group'>['call'], (strands: readonly string[]) => WaitClause>>;
  readonly syncObject: (name: string) => WaitClause;
  readonly event: (name: string) => WaitClause;
  readonly call: (name: string) => WaitClause;
  readonly pool: WaitClause;
  readonly atomics: (ms: number | undefined) => WaitClause;
  readonly runs: Readonly<Record<WaitOf<'runs'>['what'], WaitClause>>;
  readonly repeated: (wait: WaitClause) => WaitClause;
}

export interface JobWords {
  readonly unknown: string;
  readonly start: (strand: string) => string;
  readonly resume: (strand: string, line: Line) => string;
  readonly callback: Readonly<Record<CallbackKind, string>>;
  readonly call: (name: string | undefined) => string;
  readonly reaction: Readonly<Record<How<JobOf<'reaction'>>, string>>;
  readonly adopt: Readonly<Record<JobOf<'adopt'>['step'], (promise: string, adopted: string) => string>>;
  readonly combine: Readonly<Record<JobOf<'combine'>['does'], (call: string) => string>>;
  readonly answer: (strand: string) => string;
  readonly engine: Readonly<Record<EngineTask, string>>;
  /** A task of the engine for the strand that asked for it. */
  readonly engineFor: (task: string, strand: string) => string;
  readonly due: (job: string, ms: number) => string;
}

/** What strands do with locks, channels and signals. */
export interface SyncCaptionWords {
  /** `holders` are the strands that hold the lock. */
  readonly lock: Readonly<Record<How<TraceEventOf<'lock'>>, StrandAt<[lock: string, holders: readonly string[]]>>>;
  readonly channel: Readonly<
    Record<How<TraceEventOf<'channel'>>, StrandAt<[channel: string, item: string | undefined]>>
  >;
  readonly signal: Readonly<Record<How<TraceEventOf<'signal'>>, StrandAt<[signal: string]>>>;
}

/** How a lock, channel or signal stands, in the panel. */
export interface SyncObjectWords {
  readonly held: (holders: readonly string[]) => string;
  readonly holds: (items: readonly string[]) => string;
  readonly set: (isSet: boolean) => string;
  readonly waiting: (state: string, strands: readonly string[]) => string;
}

/** What is said of a variable that several strands touch, after its value. */
export interface ValueWords {
  readonly hasRead: (strand: string, value: string) => string;
  readonly isLost: (strand: string, value: string) => string;
}

/** A sentence about a strand at a line. */
type StrandAt<More extends readonly unknown[] = []> = (strand: string, line: Line, ...more: More) => string;

/** What a lane does just now, after its name. */
export interface LaneWords {
  readonly runs: (line: Line) => string;
  readonly hasCalled: (strand: string, line: Line) => string;
  /** `wait` is undefined where it is not known for what. */
  readonly waits: (wait: WaitClause | undefined, line: Line) => string;
}

export interface CaptionWords {
  readonly created: (by: string, strand: string) => string;
  readonly calledBack: (strand: string, by: string | undefined) => string;
  readonly resumed: StrandAt<[isFirst: boolean, failed: boolean, reason: string]>;
  readonly suspended: StrandAt<[wait: WaitClause]>;
  readonly settled: Readonly<Record<How<TraceEventOf<'settle'>>, (strand: string) => string>>;
  readonly line: StrandAt;
  readonly call: (strand: string, name: string) => string;
  readonly leave: (strand: string, name: string) => string;
  /** `through`: the line of the helper that prints. */
  readonly print: StrandAt<[text: string, isStderr: boolean, through: Line | undefined]>;
  readonly enqueue: (queue: string, job: string) => string;
  readonly timerSet: (by: string, job: string, due: number) => string;
  readonly dequeue: (queue: string, job: string, isHub: boolean) => string;
  readonly cancel: (queue: string, job: string) => string;
  readonly promise: (promise: string, state: PromiseState) => string;
  readonly cancellation: Readonly<
    Record<How<TraceEventOf<'cancellation'>>, StrandAt<[target: string, message: string | undefined]>>
  >;
  readonly promiseBy: Readonly<Record<PromiseState, (by: string, promise: string) => string>>;
  readonly promiseOfValue: (state: PromiseState) => string;
  readonly unawaited: (promise: string) => string;
  readonly returnPromise: StrandAt;
  readonly message: StrandAt<[text: string, to: string]>;
  readonly decision: (cause: ChoiceCause, chosen: string, usual: string) => string;
  readonly option: {
    readonly strand: StrandAt;
    readonly job: (job: string) => string;
    readonly stall: (ms: number) => string;
    readonly nobody: string;
    readonly unknown: string;
  };
  readonly read: StrandAt<[name: string, value: string]>;
  readonly write: StrandAt<[name: string, value: string]>;
  readonly values: (strand: string, values: readonly (readonly [name: string, value: string])[]) => string;
  readonly time: (to: number) => string;
  readonly unhandled: (promise: string, message: string) => string;
  readonly uncaught: (message: string) => string;
  readonly unsettled: StrandAt;
  readonly stop: (text: string) => string;
  readonly exit: (code: number) => string;
}

/** Where a run leaves the usual way. `next` goes on where `usual` would have; a strand and its line say where the program stands. */
export interface DepartureWords {
  readonly usual: string;
  readonly all: (places: readonly string[], more: number) => string;
  readonly named: (name: string, line: Line | undefined) => string;
  readonly stall: (ms: number | undefined, line: Line | undefined, strand: string | undefined) => string;
  readonly latency: (next: string | undefined, usual: string | undefined) => string;
  readonly sameTurn: (next: string) => string;
  readonly notYet: (usual: string) => string;
  readonly ties: (next: string | undefined, usual: string | undefined) => string;
  readonly sets: (next: string | undefined, usual: string | undefined) => string;
  readonly threads: (
    next: string | undefined,
    isPreemption: boolean,
    line: Line | undefined,
    strand: string | undefined,
  ) => string;
}

/** Why a strand runs, behind the colon of a caption. */
export interface ReasonWords {
  readonly by: Readonly<Record<'called' | 'resumed' | 'scheduled' | 'started', (by: string, line: Line) => string>>;
  readonly programStarts: string;
  readonly settledAlready: string;
  readonly awaited: (state: PromiseState) => string;
  readonly promise: (promise: string, state: PromiseState) => string;
  readonly slept: string;
  readonly ended: (strand: string) => string;
  readonly message: (from: string) => string;
  /** `by` is undefined for the engine. */
  readonly cancelled: (by: string | undefined, line: Line) => string;
  readonly queue: Readonly<Record<QueueName, (delay: number) => string>>;
}

/** Sentences of the chain of causes, with their full stop. A name that opens one is given as it stands there. */
export interface CauseWords {
  readonly printed: (text: string, strand: string, line: Line) => string;
  readonly printedByEngine: (text: string) => string;
  readonly ranBy: StrandAt<[isFirst: boolean, by: string]>;
  readonly ranAtStart: (strand: string, isFirst: boolean) => string;
  readonly ran: StrandAt<[isFirst: boolean, why: string]>;
  readonly begun: (strand: string, reason: string) => string;
  readonly woken: StrandAt<[reason: string]>;
  readonly job: (job: string, why: string) => string;
  readonly why: {
    readonly settledAlready: string;
    /** `promise` is undefined for what the strand itself awaited. */
    readonly settled: (promise: string | undefined, state: PromiseState, by: string) => string;
    readonly gaveWay: string;
    readonly cancelled: (by: string) => string;
    readonly queue: Readonly<Record<QueueName, (delay: number, due: number, by: string) => string>>;
    /** Who did it; undefined for the engine. */
    readonly by: (strand: string | undefined, line: Line) => string;
  };
}
