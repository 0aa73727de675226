// What a port is behind its object: the messages and the other side.
import type { Context } from '../../engine/context.ts';
import type { Environment } from '../../engine/environment.ts';
import type { Poll, PollSource } from '../../engine/loop/poll.ts';
import { refuseMember } from '../refuse.ts';
import { cloned } from '../web/structured-clone.ts';

export interface PortData {
  readonly source: PollSource;
  /** What AsyncLocalStorage held where it was made: it holds that in its listeners (AsyncWrap::MakeCallback, src/async_wrap.cc). */
  readonly context: Context | undefined;
  /** Queues the delivery of a message. Set by the port. */
  deliver: (data: unknown) => void;
  /** Throws a DataCloneError for what has no copy. */
  post(data: unknown, transfer: readonly unknown[]): void;
  /** What was sent before a port has a listener waits for it. */
  start(): void;
  /** Both sides. */
  close(): void;
  /** With the first listener a port begins to receive, and to keep the loop alive; without any it does neither. */
  listened(count: number): void;
  ref(): void;
  unref(): void;
  /** The first message that waits for a listener. */
  take(): { readonly message: unknown } | undefined;
}

/** A port whose other side is in the same thread: Node's MessagePortData (src/node_messaging.cc). */
export class LocalPort implements PortData {
  /** Queues the delivery of a message. Set by the port. */
  deliver: (data: unknown) => void = () => {};
  readonly source: PollSource;
  readonly context: Context | undefined;
  #sibling: LocalPort | undefined;
  readonly #poll: Poll;
  readonly #environment: Environment;
  readonly #incoming: unknown[] = [];
  #isStarted = false;
  #isClosed = false;
  #keepsAlive = true;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#poll = environment.poll;
    this.source = this.#poll.source();
    this.context = environment.core.context;
  }

  static entangled(environment: Environment): [LocalPort, LocalPort] {
    const [first, second] = [new LocalPort(environment), new LocalPort(environment)];
    [first.#sibling, second.#sibling] = [second, first];
    return [first, second];
  }

  post(data: unknown, transfer: readonly unknown[]): void {
    if (transfer.length > 0) {
      refuseMember(this.#environment, 'a list of what postMessage transfers', 'let it be copied');
    }
    if (!this.#isClosed) this.#sibling?.receive(cloned(this.#environment, data));
  }

  /** What was sent before a port has a listener waits for it. */
  start(): void {
    if (this.#isStarted || this.#isClosed) return;
    this.#isStarted = true;
    if (this.#keepsAlive) this.#poll.listening.add(this);
    for (const data of this.#incoming.splice(0)) this.deliver(data);
  }

  /** Both sides. */
  close(): void {
    this.end();
    this.#sibling?.end();
  }

  /** With the first listener a port begins to receive, and to keep the loop alive; without any it does neither. */
  listened(count: number): void {
    if (count === 0) {
      this.#isStarted = false;
      this.unref();
    } else if (count === 1 && !this.#isStarted) {
      this.ref();
      this.start();
    }
  }

  ref(): void {
    this.#keepsAlive = true;
    if (this.#isStarted && !this.#isClosed) this.#poll.listening.add(this);
  }

  unref(): void {
    this.#keepsAlive = false;
    this.#poll.listening.delete(this);
  }

  receive(data: unknown): void {
    if (this.#isClosed) return;
    if (this.#isStarted) this.deliver(data);
    else this.#incoming.push(data);
  }

  take(): { readonly message: unknown } | undefined {
    return this.#incoming.length === 0 ? undefined : { message: this.#incoming.shift() };
  }

  end(): void {
    this.#isClosed = true;
    this.#poll.listening.delete(this);
  }
}
