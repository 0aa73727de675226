// The program's process object, and what happens to errors that nobody caught and at the end.
import type { LoopListeners } from '../engine/loop.ts';
import { Halt } from '../engine/halt.ts';
import type { Machine } from '../engine/machine.ts';
import { messageOf } from '../engine/rejections.ts';
import { callbackOnly } from './arguments.ts';
import { nodeVersion, uncaughtText } from './uncaught.ts';
import type { createEmitter } from './emitter.ts';

/** Node's exit codes. */
const uncaughtExit = 1;
const unsettledExit = 13;

/** How a run ends. */
export interface Ending {
  readonly listeners: LoopListeners;
  /** The loop is empty: tells the program and gives its exit code. */
  end(mainIsDone: boolean): number;
  /** The exit code of a run that ended by process.exit() or an uncaught error. */
  exitCode(): number;
}

export function createProcess(
  machine: Machine,
  EventEmitter: ReturnType<typeof createEmitter>,
  hrtime: object,
): { process: object; ending: Ending } {
  const { core, output, jobs, formatter } = machine;
  const emitter = new EventEmitter();
  let exiting = false;
  const code = () => Number(Reflect.get(process, 'exitCode') ?? 0);
  const emitExit = () => {
    if (exiting) return;
    exiting = true;
    emitter.emit('exit', code());
  };
  const exit = (status?: unknown): never => {
    if (status !== undefined) Reflect.set(process, 'exitCode', status);
    emitExit();
    return core.halt(new Halt());
  };
  const nextTick = (callback: unknown, ...args: unknown[]) => {
    const work = callbackOnly(callback, formatter);
    const line = machine.line();
    jobs.tick(machine.lane('nextTick callback', work, args), () => `nextTick of line ${line}`);
  };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: unknown) => {
      output.write(name, String(text));
      return true;
    },
    isTTY: false,
  });
  const process: object = Object.assign(emitter, {
    nextTick,
    exit,
    exitCode: undefined,
    hrtime,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    argv: ['node', core.program.file],
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
  const uncaught: LoopListeners['uncaught'] = (error, origin) => {
    if (core.traced) core.tell({ kind: 'uncaught', message: messageOf(error) });
    if (emitter.emit('uncaughtException', error, origin ?? 'uncaughtException')) return;
    output.explain(uncaughtText(core, error, origin !== undefined, formatter));
    Reflect.set(process, 'exitCode', uncaughtExit);
    emitExit();
    core.halt(new Halt());
  };
  machine.uncaught = uncaught;
  const ending: Ending = {
    listeners: {
      uncaught,
      unhandled: (reason, promise) => emitter.emit('unhandledRejection', reason, promise),
      handledLate: (promise) => emitter.emit('rejectionHandled', promise),
      beforeExit: () => void emitter.emit('beforeExit', code()),
    },
    end: (mainIsDone) => {
      if (!mainIsDone && Reflect.get(process, 'exitCode') === undefined) {
        Reflect.set(process, 'exitCode', unsettledExit);
      }
      emitExit();
      return code();
    },
    exitCode: code,
  };
  return { process, ending };
}
