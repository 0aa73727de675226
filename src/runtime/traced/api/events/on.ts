// on(): an async iterator over events (Node's lib/events.js). Events that nobody has asked for yet are kept.
import type { Environment } from '../../engine/environment.ts';
import { Fifo } from '../../engine/loop/fifo.ts';
import type { Capability } from '../../engine/promise/capability.ts';
import { abortErrorOf, isAborted, onAbort } from '../targets/abort.ts';
import { coded, received } from '../arguments.ts';
import { refuseMember } from '../refuse.ts';
import type { Name } from './handlers.ts';
import { listen, stopListening } from './once.ts';

interface OnOptions {
  readonly signal?: object;
  readonly close?: readonly Name[];
  readonly highWaterMark?: unknown;
  readonly lowWaterMark?: unknown;
}

export function on(environment: Environment, emitter: object, name: Name, options: OnOptions = {}): object {
  const { signal, close = [] } = options;
  if (signal && isAborted(signal)) throw abortErrorOf(signal);
  for (const mark of ['highWaterMark', 'lowWaterMark'] as const) {
    if (options[mark] !== undefined) refuseMember(environment, `${mark} of events.on`, 'leave it out');
  }
  const events = new Events(environment);
  events.listen(emitter, name, (...args) => events.arrived(args));
  if (name !== 'error' && 'on' in emitter) events.listen(emitter, 'error', (error) => events.failed(error));
  for (const end of close) events.listen(emitter, end, () => events.close());
  if (signal) events.stop = onAbort(signal, () => events.failed(abortErrorOf(signal)));
  return Object.setPrototypeOf(
    {
      next: () => events.next(),
      return: () => events.close(),
      throw: (error: unknown) => {
        if (!(error instanceof Error)) throw noError(error, environment);
        events.failed(error);
      },
      [Symbol.asyncIterator](this: object) {
        return this;
      },
    },
    environment.asyncIteratorPrototype,
  ) as object;
}

class Events {
  stop: () => void = () => {};
  readonly #environment: Environment;
  readonly #unread = new Fifo<unknown[]>();
  readonly #asking = new Fifo<Capability>();
  readonly #listeners: (readonly [emitter: object, name: Name, listener: unknown])[] = [];
  #failure: { readonly error: unknown } | undefined;
  #isFinished = false;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  listen(emitter: object, name: Name, listener: (...args: unknown[]) => void): void {
    listen(emitter, name, listener);
    this.#listeners.push([emitter, name, listener]);
  }

  arrived(args: unknown[]): void {
    const asking = this.#asking.shift();
    if (asking) asking.resolve({ done: false, value: args });
    else this.#unread.push(args);
  }

  failed(error: unknown): void {
    const asking = this.#asking.shift();
    if (asking) asking.reject(error);
    else this.#failure = { error };
    this.close();
  }

  next(): object {
    const value = this.#unread.shift();
    const capability = this.#environment.promises.newPromiseCapability();
    if (value) capability.resolve({ done: false, value });
    else if (this.#failure) {
      capability.reject(this.#failure.error);
      this.#failure = undefined;
    } else if (this.#isFinished) return this.close();
    else this.#asking.push(capability);
    return capability.promise;
  }

  close(): object {
    this.stop();
    for (let each; (each = this.#listeners.pop());) stopListening(...each);
    this.#isFinished = true;
    for (let asking; (asking = this.#asking.shift());) asking.resolve({ done: true, value: undefined });
    const { promise, resolve } = this.#environment.promises.newPromiseCapability();
    resolve({ done: true, value: undefined });
    return promise;
  }
}

function noError(value: unknown, { formatter }: Environment): Error {
  const what = received(value, formatter.inspect);
  const text = `The "EventEmitter.AsyncIterator" property must be an instance of Error. Received ${what}`;
  return coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
}
