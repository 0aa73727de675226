// What happened in a run, step by step, as data: one closed union for both languages. A trace is a list of these.
// Queue contents, strands, call stack and output are folds over the list; nothing else is recorded.
import { z } from 'zod';
import { at, job, line, ms, promise, strand, syncObject } from './fields.ts';
import { jobSchema } from './jobs.ts';
import { choiceCauses, promiseStates, queueNames, streams, traceStrandKinds } from './kinds.ts';
import { waitSchema } from './waits.ts';

export { queueNames, traceStrandKinds } from './kinds.ts';
export type { PromiseState, QueueName, TraceStrandKind } from './kinds.ts';
export type { Job } from './jobs.ts';
export type { Wait } from './waits.ts';

/** The strand that did it; absent where the engine itself did, which is no strand. */
const by = strand.optional();
const queue = z.enum(queueNames);
/**
 * What it is, and after that its name in the program, where the engine knows it: "lock", "semaphore seats", "queue jobs",
 * "event ready", "condition". Things of one name are told apart by their number.
 */
const syncObjectName = z.string().min(1);

/**
 * One way in which a run could go on: a strand or a job is next, or the process stands still for a while first; `nobody`: none
 * of the jobs that it could be comes in this turn of the loop.
 */
const optionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('strand'), strand, line }),
  z.strictObject({ kind: z.literal('job'), job }),
  z.strictObject({ kind: z.literal('stall'), ms }),
  z.strictObject({ kind: z.literal('nobody') }),
]);
export type Option = Readonly<z.infer<typeof optionSchema>>;

export const traceEventSchema = z.discriminatedUnion('kind', [
  /** A strand exists; `by` is the strand that made it or asked for it. `promise` is the one that the caller of an async function gets. */
  z.strictObject({
    kind: z.literal('create'),
    at,
    strand,
    strandKind: z.enum(traceStrandKinds),
    name: z.string(),
    line,
    by,
    promise: promise.optional(),
  }),
  /** The strand runs from here on, above the one that ran so far. `throw`: what it waited for failed. */
  z.strictObject({ kind: z.literal('resume'), at, strand, line, how: z.literal('throw').optional() }),
  /** The strand gives way. `on` says for what it waits. */
  z.strictObject({ kind: z.literal('suspend'), at, strand, line, on: waitSchema }),
  /** `close`: whoever used the generator wants no more of it, by Python's close(). */
  z.strictObject({ kind: z.literal('settle'), at, strand, how: z.enum(['return', 'throw', 'cancel', 'close']) }),
  /** The strand has come to a line. Only in a detailed trace. */
  z.strictObject({ kind: z.literal('line'), at, strand, line }),
  /** An ordinary call inside a strand, and its end. Only in a detailed trace. */
  z.strictObject({ kind: z.literal('call'), at, strand, name: z.string(), line }),
  z.strictObject({ kind: z.literal('leave'), at, strand, name: z.string() }),
  /** One line of output. `line` is where the strand itself stands; `via` are the lines inside the helpers it called. */
  z.strictObject({
    kind: z.literal('print'),
    at,
    strand,
    line,
    via: z.array(line).optional(),
    stream: z.enum(streams),
    text: z.string(),
  }),
  /** A job waits in a queue; `what` it will do. */
  z.strictObject({
    kind: z.literal('enqueue'),
    at,
    queue,
    job,
    what: jobSchema,
    by,
    /** ms at which a timer is due. */
    due: z.number().nonnegative().optional(),
  }),
  z.strictObject({ kind: z.literal('dequeue'), at, queue, job }),
  z.strictObject({ kind: z.literal('cancel'), at, queue, job }),
  /**
   * Somebody asks for the cancellation of a strand, or takes such a request back. A request is not yet the end: the strand goes
   * on with an exception, which it may catch. `line` is where `by` stands, who is absent where the engine asks: a time limit.
   */
  z.strictObject({
    kind: z.literal('cancellation'),
    at,
    strand,
    line,
    by,
    how: z.enum(['request', 'withdraw']),
    /** What the request says, as the program would print it. */
    message: z.string().optional(),
  }),
  /** A promise settled. `owner` is the async function whose result it is. */
  z.strictObject({
    kind: z.literal('promise'),
    at,
    promise,
    state: z.enum(promiseStates),
    by,
    owner: strand.optional(),
  }),
  /** An async function returned a promise: its own one has to adopt it first. */
  z.strictObject({ kind: z.literal('return promise'), at, strand, line }),
  /**
   * A lock or semaphore. `wait`: the strand has to wait for it, until it resumes. A strand may hold it more than once, and
   * another strand may release what it holds.
   */
  z.strictObject({
    kind: z.literal('lock'),
    at,
    strand,
    line,
    lock: syncObject,
    name: syncObjectName,
    how: z.enum(['wait', 'acquire', 'release']),
  }),
  /**
   * Something that passes items on, in their order: a queue, a channel, a pipe. `wait` without an item: for an item to
   * get; with one: for room to put it. The strand waits until it resumes.
   */
  z.strictObject({
    kind: z.literal('channel'),
    at,
    strand,
    line,
    channel: syncObject,
    name: syncObjectName,
    how: z.enum(['wait', 'put', 'get']),
    /** In the program's own words, cut where it is long: "'job 3'". */
    item: z.string().optional(),
  }),
  /**
   * An event object or a condition. `wait`: the strand waits for it, until it resumes; `set` lets all go on, now and later;
   * `notify` wakes some of those that wait and leaves it unset.
   */
  z.strictObject({
    kind: z.literal('signal'),
    at,
    strand,
    line,
    signal: syncObject,
    name: syncObjectName,
    how: z.enum(['wait', 'set', 'clear', 'notify']),
  }),
  /** A strand sends something to another one that shares no memory with it; `text` as the program would print it. */
  z.strictObject({ kind: z.literal('message'), at, strand, line, to: strand, text: z.string() }),
  /**
   * The engine could go on in more than one way and took another than the usual one: it took `options[chosen]`, which is
   * `options[usual]` in the plain run.
   */
  z.strictObject({
    kind: z.literal('decision'),
    at,
    cause: z.enum(choiceCauses),
    options: z.array(optionSchema).min(2),
    chosen: z.int().nonnegative(),
    usual: z.int().nonnegative(),
  }),
  /** A strand reads or writes a variable that more than one strand touches; `value` as the program would print it. */
  z.strictObject({ kind: z.literal('read'), at, strand, line, name: z.string().min(1), value: z.string() }),
  z.strictObject({ kind: z.literal('write'), at, strand, line, name: z.string().min(1), value: z.string() }),
  /** The local variables of a strand by name, as the program would print them. Only in a detailed trace. */
  z.strictObject({ kind: z.literal('values'), at, strand, values: z.record(z.string(), z.string()) }),
  /** Nothing could run, so the virtual clock jumped. */
  z.strictObject({ kind: z.literal('time'), at, to: z.number().nonnegative() }),
  /** A promise was rejected and nobody had a handler for it when the microtasks had run. */
  z.strictObject({ kind: z.literal('unhandled'), at, promise, message: z.string() }),
  z.strictObject({ kind: z.literal('uncaught'), at, message: z.string() }),
  /** The program ended while its main strand was still waiting at `line`. */
  z.strictObject({ kind: z.literal('unsettled'), at, line }),
  /** A limit ended the run; `text` says which. */
  z.strictObject({ kind: z.literal('stop'), at, text: z.string() }),
  z.strictObject({ kind: z.literal('exit'), at, code: z.number().int() }),
]);
export type TraceEvent = z.infer<typeof traceEventSchema>;
export type TraceEventKind = TraceEvent['kind'];
export type TraceEventOf<K extends TraceEventKind> = Extract<TraceEvent, { kind: K }>;

/** A hook with one moment for each kind of event. All may be left out; what a moment throws is swallowed. */
export type Tracer = { readonly [K in TraceEventKind]?: (event: TraceEventOf<K>) => void };

/** Version 1 had sentences where waits and jobs are. */
export const traceVersion = 2;

export const traceSchema = z.strictObject({
  version: z.literal(traceVersion),
  language: z.enum(['ts', 'py']),
  /** "traced 1", "cpython 3.14.2" */
  engine: z.string(),
  events: z.array(traceEventSchema),
});
export type Trace = z.infer<typeof traceSchema>;
