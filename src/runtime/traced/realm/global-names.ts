// Every global of Node, and what a program finds in its place: the language's own, one of the engine's, or a refusal by
// name. What is on none of these lists is not there. A test holds them equal to the globals of the Node that runs it.

/** ECMAScript's: each realm has its own. */
export const languageGlobals: readonly string[] = [
  ...['Object', 'Function', 'Array', 'Number', 'parseFloat', 'parseInt', 'Infinity', 'NaN', 'undefined', 'Boolean'],
  ...['String', 'Symbol', 'Date', 'RegExp', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError'],
  ...['SyntaxError', 'TypeError', 'URIError', 'globalThis', 'JSON', 'Math', 'Intl', 'ArrayBuffer', 'Atomics'],
  ...['Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array', 'BigUint64Array'],
  ...['BigInt64Array', 'Uint8ClampedArray', 'Float32Array', 'Float64Array', 'Float16Array', 'DataView', 'Map'],
  ...['BigInt', 'Set', 'Iterator', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'WeakRef', 'decodeURI'],
  ...['decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'eval', 'isFinite', 'isNaN'],
  ...['SuppressedError', 'DisposableStack', 'SharedArrayBuffer'],
];

/** The web's and Node's that hold nothing of a run. */
export const realmGlobals = [
  ...(['DOMException', 'global', 'Buffer', 'URL', 'URLSearchParams'] as const),
  ...(['TextDecoder', 'TextEncoder', 'atob', 'btoa'] as const),
] as const;

/** Those of Node that Object.keys(globalThis) names. */
export const enumerableGlobals: ReadonlySet<string> = new Set([
  ...['global', 'clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'],
  ...['queueMicrotask', 'structuredClone', 'atob', 'btoa', 'performance', 'fetch', 'crypto', 'navigator'],
]);

const mock = (name: string) => `mock it: globalThis.${name} = …`;
const noFile = 'keep the data in a variable';
const noWait = 'use an array and an async generator';

/** The rest: refused at the access, each with what to write instead where there is something. */
export const refusedGlobals: Readonly<Record<string, string | undefined>> = {
  Blob: 'use a string or a Uint8Array',
  BroadcastChannel: 'use a MessageChannel',
  ByteLengthQueuingStrategy: noWait,
  CloseEvent: 'use an Event',
  CompressionStream: undefined,
  CountQueuingStrategy: noWait,
  Crypto: undefined,
  CryptoKey: undefined,
  DecompressionStream: undefined,
  ErrorEvent: 'use an Event',
  File: 'use a string or a Uint8Array',
  FinalizationRegistry: 'call the cleanup yourself, or write using',
  FormData: mock('FormData'),
  Headers: 'use a Map',
  MessageEvent: 'post a message through a MessageChannel',
  MessagePort: 'take the ports of a MessageChannel',
  Navigator: undefined,
  Performance: 'use performance',
  PerformanceEntry: 'take the difference of two readings of performance.now()',
  PerformanceMark: 'take the difference of two readings of performance.now()',
  PerformanceMeasure: 'take the difference of two readings of performance.now()',
  PerformanceObserver: 'take the difference of two readings of performance.now()',
  PerformanceObserverEntryList: 'take the difference of two readings of performance.now()',
  PerformanceResourceTiming: undefined,
  QuotaExceededError: 'use a DOMException',
  ReadableByteStreamController: noWait,
  ReadableStream: noWait,
  ReadableStreamBYOBReader: noWait,
  ReadableStreamBYOBRequest: noWait,
  ReadableStreamDefaultController: noWait,
  ReadableStreamDefaultReader: noWait,
  Request: mock('Request'),
  Response: mock('Response'),
  Storage: noFile,
  SubtleCrypto: undefined,
  Temporal: 'use Date',
  TextDecoderStream: noWait,
  TextEncoderStream: noWait,
  TransformStream: noWait,
  TransformStreamDefaultController: noWait,
  URLPattern: 'use a regular expression',
  WebAssembly: undefined,
  WebSocket: mock('WebSocket'),
  WritableStream: noWait,
  WritableStreamDefaultController: noWait,
  WritableStreamDefaultWriter: noWait,
  fetch: 'mock it: globalThis.fetch = async (url) => …',
  localStorage: noFile,
  navigator: undefined,
  sessionStorage: noFile,
};
