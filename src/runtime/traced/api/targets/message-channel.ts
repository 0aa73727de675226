// MessageChannel: messages arrive in the poll phase, per port in order, as copies.
import type { Context } from '../../engine/context.ts';
import type { Environment } from '../../engine/environment.ts';
import { askedAt } from '../../engine/asked.ts';
import type { Poll, PollSource } from '../../engine/loop/poll.ts';
import { defineEventHandler } from './event-target.ts';
import type { createEvents } from './event-target.ts';
import { cloned } from '../web/structured-clone.ts';
import { refuseMember } from '../refuse.ts';
import type { Refusals } from '../refusals.ts';
import { addMethods } from '../../engine/methods.ts';
import { named } from '../../engine/named.ts';

type Events = ReturnType<typeof createEvents>;
type Port = InstanceType<Events['EventTarget']> & { start(): void };

/** What a port is behind its object: Node's MessagePortData (src/node_messaging.cc), the messages and the other side. */
class MessagePortData {
  /** Queues the delivery of a message. Set by the port. */
  deliver: (data: unknown) => void = () => {};
  readonly source: PollSource;
  /** What AsyncLocalStorage held where it was made: it holds that in its listeners (AsyncWrap::MakeCallback, src/async_wrap.cc). */
  readonly context: Context | undefined;
  #sibling: MessagePortData | undefined;
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

  static entangled(environment: Environment): [MessagePortData, MessagePortData] {
    const [first, second] = [new MessagePortData(environment), new MessagePortData(environment)];
    [first.#sibling, second.#sibling] = [second, first];
    return [first, second];
  }

  post(data: unknown): void {
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

  end(): void {
    this.#isClosed = true;
    this.#poll.listening.delete(this);
  }
}

/** A new class, so that a program may patch it or extend it. */
export function createMessageChannel(environment: Environment, events: Events, refusals: Refusals) {
  const MessagePort = messagePortClass(environment, events);
  refusals.guardOwn('port', MessagePort.prototype);
  return class MessageChannel {
    static {
      named('MessageChannel', this);
    }

    readonly port1: InstanceType<typeof MessagePort>;
    readonly port2: InstanceType<typeof MessagePort>;

    constructor() {
      const [first, second] = MessagePortData.entangled(environment);
      this.port1 = new MessagePort(first);
      this.port2 = new MessagePort(second);
    }
  };
}

function messageEventClass({ Event }: Events) {
  return class MessageEvent extends Event {
    static {
      named('MessageEvent', this);
    }

    readonly data: unknown;

    constructor(data: unknown) {
      super('message');
      this.data = data;
    }
  };
}

function messagePortClass(environment: Environment, events: Events) {
  const MessageEvent = messageEventClass(events);
  class MessagePort extends events.EventTarget {
    readonly #data: MessagePortData;
    declare onmessage: unknown;
    declare onmessageerror: unknown;

    static {
      named('MessagePort', this);
    }

    constructor(data: MessagePortData) {
      super();
      this.#data = data;
      data.deliver = (message) => deliver(environment, data, () => this.dispatchEvent(new MessageEvent(message)));
      events.watch(this, (type, count) => {
        if (type === 'close' && count > 0) refuseMember(environment, 'the event "close" of a MessagePort');
        if (type === 'message') data.listened(count);
      });
    }

    postMessage(data: unknown, transfer?: { readonly length?: number; readonly transfer?: readonly unknown[] }): void {
      const moved = transfer?.transfer?.length ?? transfer?.length ?? 0;
      if (moved > 0) refuseMember(environment, 'a list of what postMessage transfers', 'let it be copied');
      this.#data.post(data);
    }

    start(): void {
      this.#data.start();
    }

    close(): void {
      this.#data.close();
    }

    ref(): void {
      this.#data.ref();
    }

    unref(): void {
      this.#data.unref();
    }
  }

  for (const type of ['message', 'messageerror']) defineEventHandler(MessagePort.prototype, type);
  addMethods(MessagePort.prototype, nodeListeners);
  return MessagePort;
}

type NodeListener = (data: unknown) => unknown;
type EventListener = (event: { readonly data: unknown }) => unknown;

/** What stands for a listener of Node's among those of the target. */
const wrappers = new WeakMap<NodeListener, EventListener>();

function wrapperOf(listener: NodeListener): EventListener {
  const known = wrappers.get(listener);
  if (known) return known;
  const wrapper: EventListener = ({ data }) => listener(data);
  wrappers.set(listener, wrapper);
  return wrapper;
}

/** What a port has beside those of an EventTarget (Node's NodeEventTarget): its listeners get the data alone. */
const nodeListeners = {
  on<P extends Port>(this: P, name: string, listener: NodeListener): P {
    return listen(this, name, listener, {});
  },

  addListener<P extends Port>(this: P, name: string, listener: NodeListener): P {
    return listen(this, name, listener, {});
  },

  once<P extends Port>(this: P, name: string, listener: NodeListener): P {
    return listen(this, name, listener, { once: true });
  },

  off<P extends Port>(this: P, name: string, listener: NodeListener): P {
    return forget(this, name, listener);
  },

  removeListener<P extends Port>(this: P, name: string, listener: NodeListener): P {
    return forget(this, name, listener);
  },
};

function listen<P extends Port>(port: P, name: string, listener: NodeListener, options: { readonly once?: true }): P {
  port.addEventListener(name, wrapperOf(listener), options);
  return port;
}

function forget<P extends Port>(port: P, name: string, listener: NodeListener): P {
  port.removeEventListener(name, wrapperOf(listener));
  return port;
}

/** One message more is due. What has been sent still arrives after the other side has closed. */
function deliver(environment: Environment, { source, context }: MessagePortData, dispatch: () => boolean): void {
  const work = environment.strand('message callback', named('message', dispatch), []);
  source.add(() => environment.core.under(context, work), {
    kind: 'callback',
    of: 'message',
    ...askedAt(environment.core.frames.line()),
  });
}
