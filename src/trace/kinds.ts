// The closed lists that recordings and traces share: streams, queues, kinds of strands, states of promises, causes. Nothing is imported,
// so that a browser may.

export const streams = ['stdout', 'stderr'] as const;
export type Stream = (typeof streams)[number];

/**
 * What decides the order of a run. `none`: the plain run, on a virtual clock or on the machine's. `threads`: a real run
 * with pauses drawn from its seed.
 */
export const runCauses = ['none', 'cpu', 'latency', 'ties', 'threads'] as const;

/** Where jobs wait: the first five are Node's, `ready` and `timers` asyncio's, `hub` gevent's. */
export const queueNames = ['micro', 'nextTick', 'timers', 'immediates', 'poll', 'ready', 'hub'] as const;
export type QueueName = (typeof queueNames)[number];

/** What a strand is: a line of execution that can be suspended and resumed, or one callback of a queue. */
export const traceStrandKinds = [
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
export type TraceStrandKind = (typeof traceStrandKinds)[number];

export const promiseStates = ['pending', 'fulfilled', 'rejected'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** What a strand is in a recording, which tells fewer kinds apart: the main program, an asyncio task, a generator, … */
export const strandKinds = [
  'main',
  'task',
  'async function',
  'generator',
  'callback',
  'greenlet',
  'thread',
  'worker',
  'process',
] as const satisfies readonly TraceStrandKind[];
export type StrandKind = (typeof strandKinds)[number];
