// MessageChannel: messages arrive in the poll phase, per port in order, as copies.
import type { Environment } from '../engine/environment.ts';
import { ofLine } from '../engine/labels.ts';
import type { createEvents } from './event-target.ts';
import { named } from '../engine/named.ts';

export function createMessageChannel(
  environment: Environment,
  { Event, EventTarget }: ReturnType<typeof createEvents>,
) {
  const { poll } = environment;

  class MessageEvent extends Event {
    static {
      named('MessageEvent', this);
    }

    readonly data: unknown;

    constructor(data: unknown) {
      super('message');
      this.data = data;
    }
  }

  class MessagePort extends EventTarget {
    static {
      named('MessagePort', this);
    }

    peer: MessagePort | undefined;
    #waiting: unknown[] = [];
    #started = false;
    #closed = false;
    #keepsAlive = true;
    #onmessage: unknown = null;

    get onmessage(): unknown {
      return this.#onmessage;
    }

    set onmessage(handler: unknown) {
      this.#onmessage = handler;
      if (typeof handler === 'function') this.start();
    }

    postMessage(data: unknown): void {
      if (!this.#closed) this.peer?.receive(structuredClone(data));
    }

    /** Node's own listeners get the data alone. */
    on(name: string, listener: (data: unknown) => unknown): this {
      this.addEventListener(name, (event: MessageEvent) => listener(event.data));
      if (name === 'message') this.start();
      return this;
    }

    once(name: string, listener: (data: unknown) => unknown): this {
      this.addEventListener(name, (event: MessageEvent) => listener(event.data), { once: true });
      if (name === 'message') this.start();
      return this;
    }

    receive(data: unknown): void {
      if (this.#closed) return;
      this.#waiting.push(data);
      if (this.#started) this.#arrive();
    }

    start(): void {
      if (this.#started || this.#closed) return;
      this.#started = true;
      if (this.#keepsAlive) poll.listening.add(this);
      for (let left = this.#waiting.length; left > 0; left--) this.#arrive();
    }

    close(): void {
      for (const port of [this, this.peer]) port?.end();
    }

    end(): void {
      this.#closed = true;
      poll.listening.delete(this);
    }

    ref(): void {
      this.#keepsAlive = true;
      if (this.#started && !this.#closed) poll.listening.add(this);
    }

    unref(): void {
      this.#keepsAlive = false;
      poll.listening.delete(this);
    }

    /** One message more is due. What has been sent still arrives after the other side has closed. */
    #arrive(): void {
      const data = this.#waiting.shift();
      const deliver = named('message', () => this.dispatchEvent(new MessageEvent(data)));
      poll.add(environment.strand('message callback', deliver, []), `message${ofLine(environment.core.frames.line())}`);
    }
  }

  return class MessageChannel {
    static {
      named('MessageChannel', this);
    }

    readonly port1 = new MessagePort();
    readonly port2 = new MessagePort();

    constructor() {
      this.port1.peer = this.port2;
      this.port2.peer = this.port1;
    }
  };
}
