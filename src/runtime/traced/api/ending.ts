// What happens to errors that nobody caught, and at the end: the listeners of `process` hear of it, if there are any.
// Counterpart: createOnGlobalUncaughtException in Node's lib/internal/process/execution.js.
import { Halt } from '../engine/loop/halt.ts';
import type { LoopListeners } from '../engine/loop/loop.ts';
import type { Environment } from '../engine/environment.ts';
import { messageOf } from '../engine/loop/rejections.ts';
import { uncaughtText } from './uncaught.ts';

/** Node's exit codes. */
const uncaughtExit = 1;
const unsettledExit = 13;

export class Ending implements LoopListeners {
  /** As the program set it. */
  exitCode: unknown = undefined;
  /** `process`, once the program uses it. */
  emitter: { emit(name: string, ...args: unknown[]): boolean; listenerCount(name: string): number } | undefined;
  readonly #environment: Environment;
  #exiting = false;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  get code(): number {
    return Number(this.exitCode ?? 0);
  }

  /** Ends the run, unless the program listens. `origin` is given for a rejection. */
  uncaught(error: unknown, origin?: 'unhandledRejection'): void {
    const { core, output, formatter } = this.#environment;
    if (core.traced) core.emit({ kind: 'uncaught', message: messageOf(error) });
    if (this.#emit('uncaughtException', error, origin ?? 'uncaughtException')) return;
    output.explain(uncaughtText(core, error, origin !== undefined, formatter));
    this.exit(uncaughtExit);
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

  /** process.exit() */
  exit(status?: unknown): never {
    if (status !== undefined) this.exitCode = status;
    this.#emitExit();
    return this.#environment.core.halt(new Halt());
  }

  /** The loop is empty. */
  end(mainIsDone: boolean): void {
    if (!mainIsDone) this.exitCode ??= unsettledExit;
    this.#emitExit();
  }

  #emitExit(): void {
    if (this.#exiting) return;
    this.#exiting = true;
    this.#emit('exit', this.code);
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
