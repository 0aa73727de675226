// All parts of one run, put together: what node::Environment (src/env.h) is to a running Node. One runs its program once.
import { CourseError } from '../../../error.ts';
import { placeOf } from '../program.ts';
import type { Program } from '../program.ts';
import { asyncGeneratorClass } from './async/generator-class.ts';
import type { AsyncGeneratorObjects } from './async/generator-class.ts';
import { AsyncKinds } from './async/kinds.ts';
import { showingAsync } from './async/shown.ts';
import type { AsyncGeneratorState } from './async/generator.ts';
import { AsyncFunctions } from './async/function.ts';
import { AsyncIterators } from './async/iterator.ts';
import { Core } from './core.ts';
import type { RunSettings } from './core.ts';
import { refusing } from './formatter.ts';
import type { Formatter } from './formatter.ts';
import type { Frame } from './frames.ts';
import { Immediates } from './loop/immediates.ts';
import { TaskQueues } from './loop/task-queues.ts';
import type { MessageCourier } from '../threads/wire.ts';
import { Mailbox } from '../threads/mailbox.ts';
import { Output } from './output.ts';
import { Poll } from './loop/poll.ts';
import { ThreadPool } from './loop/thread-pool.ts';
import { Promises } from './promise/promises.ts';
import { PromiseOperations } from './promise/operations.ts';
import { Rejections } from './loop/rejections.ts';
import { Yielding } from './async/yielding.ts';
import { Timers } from './loop/timers.ts';
import type { TraceStrandKind } from '../../../trace/events.ts';

/** A function of the program. */
export type Callback = (this: unknown, ...args: unknown[]) => unknown;

export class Environment {
  readonly core: Core;
  readonly taskQueues: TaskQueues;
  readonly operations: PromiseOperations;
  readonly promises: Promises;
  readonly functions: AsyncFunctions;
  readonly iterators: AsyncIterators;
  readonly yielding: Yielding;
  readonly timers: Timers;
  readonly immediates: Immediates;
  readonly poll: Poll;
  readonly threadPool: ThreadPool;
  /** Where the program may have several threads. */
  readonly mailbox: Mailbox | undefined;
  readonly output: Output;
  readonly formatter: Formatter;
  readonly asyncKinds: AsyncKinds;
  /** Carries values to other threads and from them. Set with the globals, where the program may have several threads. */
  courier: MessageCourier | undefined;
  /** What another thread wakes: by the number under which it waits. */
  readonly woken = new Map<number, () => void>();
  #asyncGenerators: AsyncGeneratorObjects | undefined;
  /** Tells the program of an error that nobody caught; throws where it does not listen. Set by `process`. */
  uncaught: (error: unknown, origin?: 'unhandledRejection') => void = (error) => {
    throw error;
  };
  /** Warns as Node does, on stderr. Set with the globals. */
  warn: (text: string, parts: { readonly name: string; readonly [part: string]: unknown }) => void = () => {};

  constructor(program: Program, formatter: Formatter, settings: RunSettings) {
    this.core = new Core(program, settings);
    const here = () => this.here();
    const fromText = () => this.refuse(notFromText(here()));
    const lengths = (id: number) => this.core.frames.info(id).length;
    this.asyncKinds = new AsyncKinds(fromText, lengths, () => this.#generatorClass().prototype);
    const guarded = refusing(formatter, (error) => this.refuse(error), here);
    this.formatter = showingAsync(this.asyncKinds, guarded);
    const rejections = new Rejections(this.core);
    this.taskQueues = new TaskQueues(this.core, rejections);
    this.operations = new PromiseOperations(this.core, this.taskQueues, rejections);
    this.promises = new Promises(this.core, this.operations);
    this.functions = new AsyncFunctions(this.core, this.operations, this.promises);
    this.iterators = new AsyncIterators(this.core, this.operations, this.promises);
    this.yielding = new Yielding(this.core, this.iterators, this.functions);
    this.timers = new Timers(this.core);
    this.immediates = new Immediates(this.core);
    this.poll = new Poll(this.core);
    this.threadPool = new ThreadPool(this.core, this.poll.source());
    this.mailbox = this.core.turns && new Mailbox(this.core.turns, this.poll.source());
    this.output = new Output(this.core, settings.onLine);
  }

  /** A job that runs `callback` as a strand of its own; made where the program asks for it. */
  strand(kind: TraceStrandKind, callback: Callback, args: readonly unknown[], self?: unknown): () => void {
    const { frames } = this.core;
    const author = frames.author();
    const line = frames.line();
    return () => {
      const frame: Frame = frames.create(kind, this.core.nameOf(callback) || kind, line, author);
      frames.run(frame);
      let how: 'return' | 'throw' = 'throw';
      try {
        Reflect.apply(callback, self, args);
        how = 'return';
      } finally {
        frames.settle(frame, how);
      }
    };
  }

  /** A promise of the program's own class. */
  promise(executor: (resolve: (value?: unknown) => void, reject: (reason?: unknown) => void) => void): object {
    const { promise, resolve, reject } = this.promises.newPromiseCapability();
    executor(resolve, reject);
    return promise;
  }

  /** A promise that follows the inner one as the result of a built-in async function: it adopts it. */
  adopted(inner: object): object {
    const { promise, resolve } = this.promises.newPromiseCapability();
    resolve(inner);
    return promise;
  }

  /** Where the program stands, as a refusal says it. */
  here(): { readonly file: string; readonly line: number } {
    const { program, frames } = this.core;
    const { module, line } = placeOf(program, frames.line());
    return { file: module?.file ?? program.file, line };
  }

  /** %AsyncIteratorPrototype% */
  get asyncIteratorPrototype(): object {
    return Object.getPrototypeOf(this.#generatorClass().prototype) as object;
  }

  /** The object that a call of an async generator gives. */
  generatorObject(state: AsyncGeneratorState, prototype?: unknown): object {
    return this.#generatorClass().wrap(state, prototype);
  }

  #generatorClass(): AsyncGeneratorObjects {
    const { promises, operations, asyncKinds } = this;
    return (this.#asyncGenerators ??= asyncGeneratorClass({
      promises,
      operations,
      functions: asyncKinds.generator.prototype,
    }));
  }

  refuse(error: CourseError): never {
    return this.core.halt(error);
  }
}

function notFromText(where: { readonly file: string; readonly line: number }): CourseError {
  return new CourseError({
    what: 'making an async function from text is not available in the traced engine',
    where,
    fix: 'write the function out, or run it on the real engine: leave --engine traced out',
  });
}
