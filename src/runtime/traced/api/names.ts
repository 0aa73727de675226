// The globals that hold something of a run: each run has its own.

export const globalNames = [
  'Promise',
  'console',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'performance',
  'Event',
  'EventTarget',
  'CustomEvent',
  'AbortController',
  'AbortSignal',
  'MessageChannel',
  'structuredClone',
  'crypto',
  'AsyncDisposableStack',
] as const;
export type GlobalName = (typeof globalNames)[number];
