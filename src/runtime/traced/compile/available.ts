// The modules that a program finds in the traced engine, with their exports.

/** Modules by name without "node:", each with what it exports; `default` is the module itself or its main class. */
export const moduleExports = {
  async_hooks: ['default', 'AsyncLocalStorage', 'AsyncResource'],
  buffer: ['default', 'Buffer', 'atob', 'btoa'],
  crypto: ['default', 'getRandomValues', 'randomBytes', 'randomInt', 'randomUUID', 'webcrypto'],
  events: [
    ...(['default', 'EventEmitter', 'addAbortListener', 'captureRejectionSymbol', 'errorMonitor'] as const),
    ...(['getEventListeners', 'getMaxListeners', 'init', 'listenerCount', 'on', 'once', 'setMaxListeners'] as const),
    'usingDomains',
  ],
  fs: [
    ...(['default', 'access', 'accessSync', 'existsSync', 'promises', 'readFile', 'readFileSync', 'readdir'] as const),
    ...(['readdirSync', 'stat', 'statSync', 'writeSync'] as const),
  ],
  'fs/promises': ['default', 'access', 'readFile', 'readdir', 'stat'],
  path: [
    'default',
    ...(['basename', 'delimiter', 'dirname', 'extname', 'format', 'isAbsolute', 'join', 'normalize', 'parse'] as const),
    ...(['posix', 'relative', 'resolve', 'sep'] as const),
  ],
  perf_hooks: ['default', 'performance'],
  process: ['default', 'nextTick', 'stdout', 'stderr', 'exit', 'on', 'once', 'off', 'argv', 'env', 'hrtime'],
  timers: [
    'default',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
    'promises',
  ],
  'timers/promises': ['default', 'setTimeout', 'setImmediate', 'setInterval', 'scheduler'],
  url: ['default', 'URL', 'URLSearchParams', 'fileURLToPath', 'pathToFileURL'],
  util: [
    ...([
      'default',
      'TextDecoder',
      'TextEncoder',
      'callbackify',
      'deprecate',
      'format',
      'inherits',
      'inspect',
    ] as const),
    ...(['isArray', 'promisify', 'stripVTControlCharacters', 'toUSVString', 'types'] as const),
  ],
  worker_threads: [
    ...(['default', 'MessageChannel', 'MessagePort', 'Worker', 'getEnvironmentData', 'isInternalThread'] as const),
    ...(['isMainThread', 'parentPort', 'receiveMessageOnPort', 'setEnvironmentData', 'threadId'] as const),
    ...(['threadName', 'workerData'] as const),
  ],
} as const satisfies Record<string, readonly string[]>;
export type ModuleName = keyof typeof moduleExports;

/** "node:events" and "events" are the same module; undefined for one that is not available. */
export function moduleName(specifier: string): ModuleName | undefined {
  const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  return Object.hasOwn(moduleExports, name) ? (name as ModuleName) : undefined;
}
