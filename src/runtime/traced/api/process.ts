// The program's process object.
import type { Environment } from '../engine/environment.ts';
import type { Refusals } from './refusals.ts';
import { askedAt } from '../engine/asked.ts';
import { messageOf } from '../engine/loop/rejections.ts';
import { callbackOnly } from './arguments.ts';
import type { createEmitter } from './emitter.ts';
import type { Ending } from './ending.ts';
import { nodeVersion } from './uncaught.ts';

export function createProcess(
  environment: Environment,
  refusals: Refusals,
  EventEmitter: ReturnType<typeof createEmitter>,
  hrtime: object,
  ending: Ending,
): object {
  const { core, output, taskQueues, formatter } = environment;
  const stream = (name: 'stdout' | 'stderr') => {
    const write = (text: unknown) => {
      output.write(name, String(text));
      return true;
    };
    return refusals.guard('process.stdout', { write, fd: name === 'stdout' ? 1 : 2 }, `process.${name}`);
  };
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
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    argv: ['node', core.program.path],
    execArgv: [],
    env: {},
    pid: 1,
    platform: 'linux',
    version: nodeVersion,
    versions: { node: nodeVersion.slice(1) },
    uptime: () => core.clock.read() / 1000,
    cwd: () => '/',
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    emitWarning: (warning: unknown) => output.write('stderr', `(node:1) Warning: ${messageOf(warning)}\n`),
  });
  ending.emitter = process;
  Object.defineProperty(process, 'exitCode', {
    get: () => ending.exitCode,
    set: (code: unknown) => (ending.exitCode = code),
    enumerable: true,
  });
  refusals.guardOwn('process', process);
  return process;
}
