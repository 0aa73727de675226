// What a program finds in the traced engine: the modules with their exports, and what of Node's globals is missing.

/** Modules by name without "node:", each with what it exports; `default` is the module itself or its main class. */
export const moduleExports = {
  async_hooks: ['AsyncLocalStorage'],
  events: ['default', 'EventEmitter', 'once'],
  perf_hooks: ['performance'],
  process: ['default', 'nextTick', 'stdout', 'stderr', 'exit', 'on', 'once', 'off', 'argv', 'env', 'hrtime'],
  timers: ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'promises'],
  'timers/promises': ['setTimeout', 'setImmediate', 'setInterval', 'scheduler'],
  util: ['promisify', 'format', 'inspect'],
  worker_threads: ['MessageChannel', 'isMainThread'],
} as const satisfies Record<string, readonly string[]>;
export type ModuleName = keyof typeof moduleExports;

/** "node:events" and "events" are the same module; undefined for one that is not available. */
export function moduleName(specifier: string): ModuleName | undefined {
  const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  return Object.hasOwn(moduleExports, name) ? (name as ModuleName) : undefined;
}

/**
 * Globals of Node that need the outside world, another thread or a real promise of the host, and globals of a browser's
 * Worker that Node does not have.
 */
export const missingGlobals: ReadonlySet<string> = new Set([
  'Blob',
  'BroadcastChannel',
  'Buffer',
  'CompressionStream',
  'DecompressionStream',
  'EventSource',
  'File',
  'FinalizationRegistry',
  'ReadableStream',
  'TransformStream',
  'WebAssembly',
  'WebSocket',
  'Worker',
  'WritableStream',
  '__dirname',
  '__filename',
  'caches',
  'crypto',
  'eval',
  'exports',
  'fetch',
  'importScripts',
  'indexedDB',
  'localStorage',
  'location',
  'module',
  'navigator',
  'onmessage',
  'postMessage',
  'require',
  'self',
  'sessionStorage',
]);
