// The globals that the engine gives a program in place of the host's.

export const globalNames = [
  'globalThis',
  'global',
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
  'Date',
  'Math',
  'Atomics',
  'Event',
  'EventTarget',
  'AbortController',
  'AbortSignal',
  'MessageChannel',
  'structuredClone',
] as const;
export type GlobalName = (typeof globalNames)[number];
