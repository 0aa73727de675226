// The closed lists that recordings and traces share: streams, queues, kinds of strands, states of promises, causes. Nothing is imported,
// so that a browser may.

export const streams = ['stdout', 'stderr'] as const;
export type Stream = (typeof streams)[number];

/**
 * What decides the order of a run. `none`: the plain run, on a virtual clock or on the machine's. `threads`: a real run
 * with pauses drawn from its seed.
 */
export const runCauses = ['none', 'cpu', 'latency', 'ties', 'threads'] as const;

/** What may decide between several ways to go on; a plain run takes the usual one. */
export const choiceCauses = ['cpu', 'latency', 'ties', 'sets', 'threads'] as const;
export type ChoiceCause = (typeof choiceCauses)[number];

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

/** Who calls a function of the program: Node's timers and queues; gevent's timers, too. */
export const callbackKinds = ['microtask', 'nextTick', 'timer', 'interval', 'immediate', 'message'] as const;
export type CallbackKind = (typeof callbackKinds)[number];

export const combinators = ['Promise.all', 'Promise.allSettled', 'Promise.any', 'Promise.race'] as const;

/**
 * What jobs of the engine or of a library itself are for. Of both languages; of JavaScript; of asyncio and its pools; of
 * gevent. `sleep` and `time limit` are over for the strand that asked for them; `gather`, `wait`, `task group` and `shield`
 * are told that one of theirs is done. `message` of the network has arrived.
 */
export const engineTasks = [
  'end of main',
  'module',
  'end of loop',
  'then of object',
  'value of iterator',
  'listener error',
  'result past finally',
  'result past timers',
  'result past disposal',
  'sleep',
  'time limit',
  'gather',
  'wait',
  'task group',
  'shielded task',
  'shield',
  'thread result',
  'message',
  'cancellation check',
  'waiters',
  'thread news',
  'queue waiters',
] as const;
export type EngineTask = (typeof engineTasks)[number];

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
