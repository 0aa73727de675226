// MessageChannel: messages arrive in the poll phase, per port in order, as copies.
import type { Environment } from '../../engine/environment.ts';
import { askedAt } from '../../engine/asked.ts';
import { defineEventHandler } from './event-target.ts';
import type { createEvents } from './event-target.ts';
import { refuseMember } from '../refuse.ts';
import type { Refusals } from '../refusals.ts';
import { addMethods } from '../../engine/methods.ts';
import { transferOf } from '../workers/transfer.ts';
import { named } from '../../engine/named.ts';
import { ThreadPort } from '../workers/thread-port.ts';
import { LocalPort } from './port-data.ts';
import type { PortData } from './port-data.ts';

type Events = ReturnType<typeof createEvents>;
type Port = InstanceType<Events['EventTarget']> & { start(): void };

/** New classes, so that a program may patch them or extend them, and what is behind a port. */
export function createMessageChannel(environment: Environment, events: Events, refusals: Refusals) {
  const data = new WeakMap<object, PortData>();
  const MessagePort = messagePortClass(environment, events, data);
  refusals.guardOwn('port', MessagePort.prototype);
  const dataOf = (port: object) => data.get(port);
  return { MessageChannel: messageChannelClass(environment, MessagePort), MessagePort, dataOf };
}

function messageChannelClass(environment: Environment, MessagePort: ReturnType<typeof messagePortClass>) {
  return class MessageChannel {
    static {
      named('MessageChannel', this);
    }

    readonly port1: InstanceType<typeof MessagePort>;
    readonly port2: InstanceType<typeof MessagePort>;

    constructor() {
      const [first, second] = ThreadPort.entangled(environment) ?? LocalPort.entangled(environment);
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

function messagePortClass(environment: Environment, events: Events, all: WeakMap<object, PortData>) {
  const MessageEvent = messageEventClass(events);
  class MessagePort extends events.EventTarget {
    readonly #data: PortData;
    declare onmessage: unknown;
    declare onmessageerror: unknown;

    static {
      named('MessagePort', this);
    }

    constructor(data: PortData) {
      super();
      all.set(this, data);
      this.#data = data;
      data.deliver = (message) => deliver(environment, data, () => this.dispatchEvent(new MessageEvent(message)));
      events.watch(this, (type, count) => {
        if (type === 'close' && count > 0) refuseMember(environment, 'the event "close" of a MessagePort');
        if (type === 'message') data.listened(count);
      });
    }

    postMessage(data: unknown, transfer?: unknown): void {
      this.#data.post(data, transferOf(transfer));
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
function deliver(environment: Environment, { source, context }: PortData, dispatch: () => boolean): void {
  const work = environment.strand('message callback', named('message', dispatch), []);
  source.add(() => environment.core.under(context, work), {
    kind: 'callback',
    of: 'message',
    ...askedAt(environment.core.frames.line()),
  });
}
