// Async generator objects: ECMA-262 section 27.6. Requests wait in a queue; the body answers one after the other.
import type { FunctionInfo } from '../../compile/edit.ts';
import type { AsyncFunctions } from './function.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import type { Capability } from '../promise/capability.ts';
import type { Promises } from '../promise/class.ts';
import type { PromiseSlot, PromiseStates } from '../promise/state.ts';
import { AwaitRequest, ReturnRequest, YieldRequest } from './generator-requests.ts';
import type { Received } from './generator-requests.ts';

interface Request extends Received {
  readonly capability: Capability;
}

type State = 'suspended at start' | 'suspended at yield' | 'executing' | 'draining' | 'completed';

/** What an async generator needs of the engine. */
export interface GeneratorHost {
  readonly core: Core;
  readonly promises: Promises;
  readonly states: PromiseStates;
  readonly functions: AsyncFunctions;
}

export class AsyncGeneratorState {
  readonly #host: GeneratorHost;
  readonly #frame: Frame;
  readonly #body: Generator;
  readonly #requests: Request[] = [];
  #state: State = 'suspended at start';

  constructor(host: GeneratorHost, { name, line }: FunctionInfo, body: (frame: Frame) => Generator) {
    this.#host = host;
    const { frames } = host.core;
    this.#frame = frames.create('async generator', name || 'async generator', line);
    this.#body = body(this.#frame);
  }

  /** next(), throw() or return() by the program; gives the promise of the answer. */
  request(how: Received['how'], value: unknown): object {
    const capability = this.#host.promises.create();
    if (how === 'throw' && this.#state === 'suspended at start') this.#state = 'completed';
    if (this.#state === 'completed' && how !== 'return') {
      if (how === 'throw') capability.reject(value);
      else capability.resolve({ value: undefined, done: true });
      return capability.promise;
    }
    this.#requests.push({ how, value, capability });
    const idle = this.#state === 'suspended at start' || this.#state === 'completed';
    if (how === 'return' && idle) this.#awaitReturn();
    else if (idle || this.#state === 'suspended at yield') this.#resume();
    return capability.promise;
  }

  /** Hands the request at the head of the queue to the body. */
  #resume(): void {
    const [head] = this.#requests;
    if (!head) return;
    const started = this.#state !== 'suspended at start';
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
    } catch (error) {
      core.rethrowHalt();
      return this.#end('throw', error);
    }
    const { value } = result;
    if (result.done) return this.#end('return', value);
    if (value instanceof ReturnRequest) return this.#run(() => this.#body.return(value.value));
    if (value instanceof YieldRequest) return this.#yield(value);
    if (!(value instanceof AwaitRequest)) throw new TypeError('an async generator yielded past the engine');
    functions.wait(this.#frame, value.value, (state, settled) => {
      if (state === 'fulfilled') return this.#run(() => this.#body.next(settled));
      core.frames.run(this.#frame, 'throw');
      this.#run(() => this.#body.throw(settled));
    });
  }

  /** Where the next request waits already the body goes on at once: it does not give way. */
  #yield({ value, line }: YieldRequest): void {
    const { core } = this.#host;
    const next = this.#requests[1];
    if (next) {
      this.#answer('return', value, false);
      return this.#run(() => this.#body.next({ how: next.how, value: next.value }));
    }
    core.frames.suspend(this.#frame, line);
    if (core.traced) core.emit({ kind: 'suspend', strand: this.#frame.strand, line, on: 'yield' });
    this.#answer('return', value, false);
    core.frames.pop(this.#frame);
    this.#state = 'suspended at yield';
  }

  #end(how: 'return' | 'throw', value: unknown): void {
    this.#state = 'draining';
    this.#answer(how, value, true);
    this.#host.core.frames.settle(this.#frame, how);
    this.#drain();
  }

  #answer(how: 'return' | 'throw', value: unknown, done: boolean): void {
    const request = this.#requests.shift();
    if (how === 'throw') request?.capability.reject(value);
    else request?.capability.resolve({ value, done });
  }

  /** The body has ended: the requests that still wait are answered. */
  #drain(): void {
    for (let head; (head = this.#requests[0]);) {
      if (head.how === 'return') return this.#awaitReturn();
      this.#answer(head.how === 'throw' ? 'throw' : 'return', head.how === 'throw' ? head.value : undefined, true);
    }
    this.#state = 'completed';
  }

  /** return(value) without a body to run: the value is awaited. */
  #awaitReturn(): void {
    const { core, promises, states } = this.#host;
    this.#state = 'draining';
    let slot: PromiseSlot;
    try {
      slot = promises.resolved(this.#requests[0]?.value);
    } catch (error) {
      core.rethrowHalt();
      this.#answer('throw', error, true);
      return this.#drain();
    }
    states.react(slot, {
      run: (state, value) => {
        this.#answer(state === 'fulfilled' ? 'return' : 'throw', value, true);
        this.#drain();
      },
      label: () => `answer return() of ${this.#frame.name}`,
    });
  }
}
