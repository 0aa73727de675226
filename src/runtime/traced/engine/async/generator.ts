// Async generator objects: ECMA-262 27.6. Requests wait in a queue; the body answers one after the other.
import type { FunctionInfo } from '../../program.ts';
import type { AsyncFunctions } from './function.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import type { Capability } from '../promise/capability.ts';
import type { Promises } from '../promise/promises.ts';
import type { PromiseOperations } from '../promise/operations.ts';
import type { PromiseSlot } from '../promise/slot.ts';
import { AwaitRequest, ReturnRequest, YieldRequest } from './generator-requests.ts';
import type { Received } from './generator-requests.ts';

/** An AsyncGeneratorRequest Record (27.6.3.1). */
interface AsyncGeneratorRequest extends Received {
  readonly capability: Capability;
}

/** [[AsyncGeneratorState]] */
type State = 'suspended-start' | 'suspended-yield' | 'executing' | 'draining-queue' | 'completed';

/** What an async generator needs of the engine. */
export interface GeneratorHost {
  readonly core: Core;
  readonly promises: Promises;
  readonly operations: PromiseOperations;
  readonly functions: AsyncFunctions;
}

export class AsyncGeneratorState {
  readonly #host: GeneratorHost;
  readonly #frame: Frame;
  readonly #body: Generator;
  /** [[AsyncGeneratorQueue]] */
  readonly #queue: AsyncGeneratorRequest[] = [];
  #state: State = 'suspended-start';

  constructor(host: GeneratorHost, { name, line }: FunctionInfo, body: (frame: Frame) => Generator) {
    this.#host = host;
    const { frames } = host.core;
    this.#frame = frames.create('async generator', name || 'async generator', line);
    this.#body = body(this.#frame);
  }

  /**
   * next(), return() or throw() by the program (27.6.1.2 to 27.6.1.4, AsyncGeneratorEnqueue 27.6.3.4); gives the promise of
   * the answer.
   */
  request(how: Received['how'], value: unknown): object {
    const capability = this.#host.promises.newPromiseCapability();
    if (how === 'throw' && this.#state === 'suspended-start') this.#state = 'completed';
    if (this.#state === 'completed' && how !== 'return') {
      if (how === 'throw') capability.reject(value);
      else capability.resolve({ value: undefined, done: true });
      return capability.promise;
    }
    this.#queue.push({ how, value, capability });
    const idle = this.#state === 'suspended-start' || this.#state === 'completed';
    if (how === 'return' && idle) this.#asyncGeneratorAwaitReturn();
    else if (idle || this.#state === 'suspended-yield') this.#asyncGeneratorResume();
    return capability.promise;
  }

  /** AsyncGeneratorResume (27.6.3.6): hands the request at the head of the queue to the body. */
  #asyncGeneratorResume(): void {
    const [head] = this.#queue;
    if (!head) return;
    const started = this.#state !== 'suspended-start';
    this.#host.core.frames.run(this.#frame);
    this.#run(() => this.#body.next(started ? { how: head.how, value: head.value } : undefined));
  }

  /** Runs the body until it waits, yields or ends. */
  #run(advance: () => IteratorResult<unknown, unknown>): void {
    const { core, functions } = this.#host;
    this.#state = 'executing';
    let result: IteratorResult<unknown, unknown>;
    try {
      result = advance();
    } catch (thrown) {
      const error = core.caught(thrown);
      return this.#end('throw', error);
    }
    const { value } = result;
    if (result.done) return this.#end('return', value);
    if (value instanceof ReturnRequest) return this.#run(() => this.#body.return(value.value));
    if (value instanceof YieldRequest) return this.#asyncGeneratorYield(value);
    if (!(value instanceof AwaitRequest)) throw new TypeError('an async generator yielded past the engine');
    functions.await(this.#frame, value.value, (state, settled) => {
      if (state === 'fulfilled') return this.#run(() => this.#body.next(settled));
      core.frames.run(this.#frame, 'throw');
      this.#run(() => this.#body.throw(settled));
    });
  }

  /**
   * AsyncGeneratorYield (27.6.3.8). Where the next request waits already the body goes on at once: it does not give way.
   */
  #asyncGeneratorYield({ value, line }: YieldRequest): void {
    const { core } = this.#host;
    const next = this.#queue[1];
    if (next) {
      this.#completeStep('return', value, false);
      return this.#run(() => this.#body.next({ how: next.how, value: next.value }));
    }
    core.frames.suspend(this.#frame, line);
    if (core.traced) core.emit({ kind: 'suspend', strand: this.#frame.strand, line, on: { kind: 'yield' } });
    this.#completeStep('return', value, false);
    core.frames.pop(this.#frame);
    this.#state = 'suspended-yield';
  }

  /** The body has returned or thrown: the end of what AsyncGeneratorStart (27.6.3.2) sets up. */
  #end(how: 'return' | 'throw', value: unknown): void {
    this.#state = 'draining-queue';
    this.#completeStep(how, value, true);
    this.#host.core.frames.settle(this.#frame, how);
    this.#asyncGeneratorDrainQueue();
  }

  /** AsyncGeneratorCompleteStep (27.6.3.5): answers the request at the head of the queue. */
  #completeStep(how: 'return' | 'throw', value: unknown, done: boolean): void {
    const request = this.#queue.shift();
    if (how === 'throw') request?.capability.reject(value);
    else request?.capability.resolve({ value, done });
  }

  /** AsyncGeneratorDrainQueue (27.6.3.10): the body has ended, and the requests that still wait are answered. */
  #asyncGeneratorDrainQueue(): void {
    for (let head; (head = this.#queue[0]);) {
      if (head.how === 'return') return this.#asyncGeneratorAwaitReturn();
      this.#completeStep(
        head.how === 'throw' ? 'throw' : 'return',
        head.how === 'throw' ? head.value : undefined,
        true,
      );
    }
    this.#state = 'completed';
  }

  /** AsyncGeneratorAwaitReturn (27.6.3.9): return(value) without a body to run; the value is awaited. */
  #asyncGeneratorAwaitReturn(): void {
    const { core, promises, operations } = this.#host;
    this.#state = 'draining-queue';
    let slot: PromiseSlot;
    try {
      slot = promises.promiseResolve(this.#queue[0]?.value);
    } catch (thrown) {
      const error = core.caught(thrown);
      this.#completeStep('throw', error, true);
      return this.#asyncGeneratorDrainQueue();
    }
    operations.performPromiseThen(slot, {
      run: (state, value) => {
        this.#completeStep(state === 'fulfilled' ? 'return' : 'throw', value, true);
        this.#asyncGeneratorDrainQueue();
      },
      what: () => ({ kind: 'answer', strand: this.#frame.strand }),
    });
  }
}
