// What happens to errors that nobody caught, and at the end: the listeners of `process` hear of it, if there are any.
// Counterpart: createOnGlobalUncaughtException in Node's lib/internal/process/execution.js.
import { Halt } from '../../engine/loop/halt.ts';
import type { LoopListeners } from '../../engine/loop/loop.ts';
import type { Environment } from '../../engine/environment.ts';
import { messageOf } from '../../engine/loop/rejections.ts';
import { exitCodeOnly } from '../arguments.ts';
import type { ThreadSide } from '../workers/thread.ts';
import { uncaughtText } from './uncaught.ts';

/** Node's exit codes: https://nodejs.org/api/process.html#exit-codes */
const uncaughtExit = 1;
const handlerThrewExit = 7;
const unsettledExit = 13;

export class Ending implements LoopListeners {
  /** `process`, once the program uses it. */
  emitter: { emit(name: string, ...args: unknown[]): boolean; listenerCount(name: string): number } | undefined;
  /** Where the run is one thread of several. */
  side: ThreadSide | undefined;
  readonly #environment: Environment;
  #exitCode: unknown = undefined;
  #exiting = false;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  get code(): number {
    return Number(this.#exitCode ?? 0);
  }

  /** As the program set it. */
  get exitCode(): unknown {
    return this.#exitCode;
  }

  /** Throws Node's error for what is no whole number. */
  set exitCode(code: unknown) {
    this.#exitCode = exitCodeOnly(code, this.#environment.formatter);
  }

  /**
   * Ends the run, unless the program listens. `origin` is given for a rejection. "exit" is told before the error is shown;
   * what its listeners throw then is dropped, and the code that they set counts.
   */
  uncaught(error: unknown, origin?: 'unhandledRejection'): void {
    const { core, output, formatter } = this.#environment;
    if (core.traced) core.emit({ kind: 'uncaught', message: messageOf(error) });
    if (this.#isHeard(error, origin ?? 'uncaughtException')) return;
    const text = uncaughtText(core, error, origin !== undefined, formatter);
    if (!this.#exiting) this.#exitCode = uncaughtExit;
    try {
      this.#emitExit();
    } catch (thrown) {
      core.caught(thrown);
    }
    this.#exitCode ??= uncaughtExit;
    if (!this.side?.fail(error)) output.explain(text);
    core.halt(new Halt());
  }

  /** Whether a listener took the error. One that throws itself ends the run at once. */
  #isHeard(error: unknown, origin: string): boolean {
    const { core, output, formatter } = this.#environment;
    try {
      this.#emit('uncaughtExceptionMonitor', error, origin);
      return this.#emit('uncaughtException', error, origin);
    } catch (thrown) {
      output.explain(uncaughtText(core, core.caught(thrown), false, formatter));
      this.#exitCode = handlerThrewExit;
      return core.halt(new Halt());
    }
  }

  unhandled(reason: unknown, promise: object): boolean {
    return this.#emit('unhandledRejection', reason, promise);
  }

  handledLate(promise: object): boolean {
    return this.#emit('rejectionHandled', promise);
  }

  beforeExit(): void {
    this.#emit('beforeExit', this.code);
  }

  /** process.exit(): what a listener of "exit" throws, it throws. */
  exit(status?: unknown): never {
    if (status !== undefined) this.exitCode = status;
    this.#emitExit();
    return this.#environment.core.halt(new Halt());
  }

  /** The loop is empty. Microtasks that the listeners of "exit" queue still run, ticks do not. */
  end(mainIsDone: boolean): void {
    const { core, taskQueues } = this.#environment;
    if (!mainIsDone) this.#exitCode ??= unsettledExit;
    for (const work of [() => this.#emitExit(), () => taskQueues.runMicrotasks()]) {
      try {
        work();
      } catch (thrown) {
        this.uncaught(core.caught(thrown));
      }
    }
  }

  #emitExit(): void {
    if (this.#exiting) return;
    this.#exiting = true;
    try {
      this.#emit('exit', this.code);
    } finally {
      if (!this.#environment.core.halted) this.side?.flush();
    }
  }

  /** What the engine itself tells of runs as a strand of its own. */
  #emit(name: string, ...args: unknown[]): boolean {
    const { emitter } = this;
    if (!emitter || emitter.listenerCount(name) === 0) return false;
    const listen = Object.defineProperty(() => emitter.emit(name, ...args), 'name', { value: name });
    if (this.#environment.core.frames.idle) this.#environment.strand('callback', listen, [])();
    else listen();
    return true;
  }
}
