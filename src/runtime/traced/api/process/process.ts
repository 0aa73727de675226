// The program's process object.
import type { Callback, Environment } from '../../engine/environment.ts';
import type { Refusals } from '../refusals.ts';
import { askedAt } from '../../engine/asked.ts';
import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { callbackOnly, coded, received } from '../arguments.ts';
import type { EmitterClass } from '../events/shape.ts';
import type { Ending } from './ending.ts';
import { nodeVersion } from './uncaught.ts';
import type { Warnings } from './warnings.ts';

export function createProcess(
  environment: Environment,
  refusals: Refusals,
  EventEmitter: EmitterClass,
  hrtime: object,
  { ending, warnings }: { readonly ending: Ending; readonly warnings: Warnings },
): object {
  const { core, taskQueues, formatter } = environment;
  const process = Object.assign(new EventEmitter(), {
    nextTick: (callback: unknown, ...args: unknown[]) => {
      const work = callbackOnly(callback, formatter);
      const line = core.frames.line();
      taskQueues.nextTick(environment.strand('nextTick callback', work, args), () => ({
        kind: 'callback',
        of: 'nextTick',
        ...askedAt(line),
      }));
    },
    exit: (status?: unknown) => ending.exit(status),
    hrtime,
    stdout: createStream(environment, refusals, 'stdout'),
    stderr: createStream(environment, refusals, 'stderr'),
    argv: ['node', core.program.path, ...(core.turns?.own.argv ?? [])],
    execArgv: [],
    env: {},
    pid: 1,
    platform: 'linux',
    version: nodeVersion,
    versions: { node: nodeVersion.slice(1) },
    uptime: () => core.clock.read() / 1000,
    cwd: () => '/',
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    emitWarning: (...given: Parameters<Warnings['given']>) => warnings.given(...given),
  });
  ending.emitter = process;
  warnings.emitter = process;
  Object.defineProperty(process, 'exitCode', {
    get: () => ending.exitCode,
    set: (code: unknown) => (ending.exitCode = code),
    enumerable: true,
  });
  refusals.guardOwn('process', process);
  return process;
}

/** process.stdout or process.stderr, as far as programs write to it: a text or bytes, and a callback in a tick. */
function createStream(environment: Environment, refusals: Refusals, name: 'stdout' | 'stderr'): object {
  const { output, taskQueues, formatter } = environment;
  const write = (chunk: unknown, encoding?: unknown, callback?: unknown) => {
    output.write(name, textOf(chunk, formatter));
    const written = typeof encoding === 'function' ? encoding : callback;
    if (typeof written !== 'function') return true;
    const work = environment.strand('nextTick callback', written as Callback, [null]);
    taskQueues.nextTick(work, () => ({ kind: 'callback', of: 'nextTick', name: 'written' }));
    return true;
  };
  return refusals.guard('process.stdout', { write, fd: name === 'stdout' ? 1 : 2 }, `process.${name}`);
}

function textOf(chunk: unknown, { inspect }: Environment['formatter']): string {
  if (typeof chunk === 'string') return chunk;
  if (ArrayBuffer.isView(chunk)) return new TextDecoder().decode(chunk);
  if (chunk === null) throw coded(new TypeError('May not write null values to stream'), 'ERR_STREAM_NULL_VALUES');
  const what = received(chunk, inspect);
  const kinds = 'of type string or an instance of Buffer, TypedArray, or DataView';
  throw coded(new TypeError(`The "chunk" argument must be ${kinds}. Received ${what}`), 'ERR_INVALID_ARG_TYPE');
}
