// A port that may move to another thread: its messages wait with whoever lets the threads take turns.
import type { Context } from '../../engine/context.ts';
import type { Environment } from '../../engine/environment.ts';
import type { PollSource } from '../../engine/loop/poll.ts';
import type { Mailbox } from '../../threads/mailbox.ts';
import { closedPort } from '../../threads/wire.ts';
import type { PortData } from '../targets/port-data.ts';

export class ThreadPort implements PortData {
  deliver: (data: unknown) => void = () => {};
  readonly number: number;
  readonly source: PollSource;
  readonly context: Context | undefined;
  readonly #environment: Environment;
  #isStarted = false;
  #isClosed = false;
  #keepsAlive = true;

  constructor(environment: Environment, mailbox: Mailbox, number: number) {
    this.#environment = environment;
    this.number = number;
    this.source = mailbox.source;
    this.context = environment.core.context;
  }

  /** Undefined where the program has one thread. */
  static entangled(environment: Environment): [ThreadPort, ThreadPort] | undefined {
    const { core, mailbox } = environment;
    const ports = core.turns?.ask({ do: 'channel' }).ports;
    if (!ports || !mailbox) return undefined;
    return [new ThreadPort(environment, mailbox, ports[0]), new ThreadPort(environment, mailbox, ports[1])];
  }

  post(data: unknown, transfer: readonly unknown[]): void {
    const { core, courier } = this.#environment;
    if (!core.turns || !courier) return;
    const text = courier.write(data, transfer);
    core.turns.changed();
    if (!this.#isClosed) core.turns.ask({ do: 'post', port: this.number, text, ...core.turns.here('postMessage') });
  }

  start(): void {
    if (this.#isStarted || this.#isClosed) return;
    this.#isStarted = true;
    if (this.#keepsAlive) this.#environment.poll.listening.add(this);
    const { mailbox, courier } = this.#environment;
    mailbox?.listen(this.number, (text) => {
      if (text === closedPort) this.end();
      else this.deliver(courier?.read(text));
    });
  }

  close(): void {
    if (this.#isClosed) return;
    this.end();
    this.#environment.core.turns?.ask({ do: 'close', port: this.number });
  }

  listened(count: number): void {
    if (count === 0) {
      if (this.#isStarted) this.#environment.mailbox?.stop(this.number);
      this.#isStarted = false;
      this.unref();
    } else if (count === 1 && !this.#isStarted) {
      this.ref();
      this.start();
    }
  }

  ref(): void {
    this.#keepsAlive = true;
    if (this.#isStarted && !this.#isClosed) this.#environment.poll.listening.add(this);
  }

  unref(): void {
    this.#keepsAlive = false;
    this.#environment.poll.listening.delete(this);
  }

  take(): { readonly message: unknown } | undefined {
    const text = this.#isClosed ? undefined : this.#environment.mailbox?.take(this.number);
    if (text === closedPort) this.end();
    return !text ? undefined : { message: this.#environment.courier?.read(text) };
  }

  /** The object is no port any more: it has moved, or is closed. */
  end(): void {
    this.#isClosed = true;
    this.#environment.poll.listening.delete(this);
  }
}
