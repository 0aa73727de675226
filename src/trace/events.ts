// What happened in a run, step by step, as data: one closed union for both languages. A trace is a list of these.
// Queue contents, lanes, call stack and output are folds over the list; nothing else is recorded.
import { z } from 'zod';
import { streams } from './recording.ts';

/** Where jobs wait: the first five are Node's, `ready` and `timers` asyncio's, `hub` gevent's. */
export const queueNames = ['micro', 'nextTick', 'timers', 'immediates', 'poll', 'ready', 'hub'] as const;
export type QueueName = (typeof queueNames)[number];

/** What a lane is: a line of execution that can be suspended and resumed, or one callback of a queue. */
export const traceLaneKinds = [
  'main',
  'async function',
  'async generator',
  'generator',
  'then callback',
  'microtask callback',
  'nextTick callback',
  'timer callback',
  'interval callback',
  'immediate callback',
  'message callback',
  'task',
  'callback',
  'greenlet',
  'thread',
  'worker',
  'process',
] as const;
export type TraceLaneKind = (typeof traceLaneKinds)[number];

export const promiseStates = ['pending', 'fulfilled', 'rejected'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** ms since the start: virtual where the engine has a virtual clock. */
const at = z.number().nonnegative();
/** 0 is the main program. */
const lane = z.number().int().nonnegative();
/** From 1; 0 where no line of the program is meant. */
const line = z.number().int().nonnegative();
/** Unique over all queues of a run. */
const job = z.number().int().positive();
const promise = z.number().int().positive();
const queue = z.enum(queueNames);

export const traceEventSchema = z.discriminatedUnion('kind', [
  /** A lane exists; `by` is the lane that made it. `promise` is the one that the caller of an async function gets. */
  z.strictObject({
    kind: z.literal('create'),
    at,
    lane,
    laneKind: z.enum(traceLaneKinds),
    name: z.string(),
    line,
    by: lane,
    promise: promise.optional(),
  }),
  /** The lane runs from here on, above the one that ran so far. `throw`: what it waited for failed. */
  z.strictObject({ kind: z.literal('resume'), at, lane, line, how: z.literal('throw').optional() }),
  /** The lane gives way. `on` says for what it waits: "promise#6 pending", "yield", "sleep(0)". */
  z.strictObject({ kind: z.literal('suspend'), at, lane, line, on: z.string() }),
  z.strictObject({ kind: z.literal('settle'), at, lane, how: z.enum(['return', 'throw', 'cancel']) }),
  /** The lane has come to a line. Only in a detailed trace. */
  z.strictObject({ kind: z.literal('line'), at, lane, line }),
  /** An ordinary call inside a lane, and its end. Only in a detailed trace. */
  z.strictObject({ kind: z.literal('call'), at, lane, name: z.string(), line }),
  z.strictObject({ kind: z.literal('leave'), at, lane, name: z.string() }),
  /** One line of output. `line` is where the lane itself stands; `via` are the lines inside the helpers it called. */
  z.strictObject({
    kind: z.literal('print'),
    at,
    lane,
    line,
    via: z.array(line).optional(),
    stream: z.enum(streams),
    text: z.string(),
  }),
  /** A job waits in a queue. `resumes` is the lane that it will resume, if it exists already. */
  z.strictObject({
    kind: z.literal('enqueue'),
    at,
    queue,
    job,
    label: z.string(),
    by: lane,
    resumes: lane.optional(),
    /** ms at which a timer is due. */
    due: z.number().nonnegative().optional(),
  }),
  z.strictObject({ kind: z.literal('dequeue'), at, queue, job }),
  z.strictObject({ kind: z.literal('cancel'), at, queue, job }),
  /** A promise settled. `owner` is the async function whose result it is. */
  z.strictObject({
    kind: z.literal('promise'),
    at,
    promise,
    state: z.enum(promiseStates),
    by: lane,
    owner: lane.optional(),
  }),
  /** An async function returned a promise: its own one has to adopt it first. */
  z.strictObject({ kind: z.literal('return promise'), at, lane, line }),
  /** Nothing could run, so the virtual clock jumped. */
  z.strictObject({ kind: z.literal('time'), at, to: z.number().nonnegative() }),
  /** A promise was rejected and nobody had a handler for it when the microtasks had run. */
  z.strictObject({ kind: z.literal('unhandled'), at, promise, message: z.string() }),
  z.strictObject({ kind: z.literal('uncaught'), at, message: z.string() }),
  /** The program ended while its main lane was still waiting at `line`. */
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

export const traceSchema = z.strictObject({
  version: z.literal(1),
  language: z.enum(['ts', 'py']),
  /** "traced 1", "cpython 3.14.2" */
  engine: z.string(),
  events: z.array(traceEventSchema),
});
export type Trace = z.infer<typeof traceSchema>;
