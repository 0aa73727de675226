// Message ports (src/node_messaging.cc): each belongs to a thread and has a queue of what was sent to it and has not been taken.
import { closedPort } from '../traced/threads/wire.ts';

interface Port {
  readonly sibling: number;
  /** The number of a thread. */
  owner: number;
  isListened: boolean;
  isClosed: boolean;
  readonly queue: string[];
}

export class Ports {
  readonly #ports: Port[] = [];

  /** The numbers of two ports that are entangled. */
  channel(owner: number, otherOwner = owner): [number, number] {
    const id = this.#ports.length;
    this.#ports.push(portOf(id + 1, owner), portOf(id, otherOwner));
    return [id, id + 1];
  }

  own(id: number, owner: number): void {
    this.#at(id).owner = owner;
  }

  listen(id: number, isListened: boolean): void {
    this.#at(id).isListened = isListened;
  }

  /** Both sides, the other one once it has taken what was sent before; gives their numbers. */
  close(id: number): [number, number] {
    const port = this.#at(id);
    port.isClosed = true;
    this.#at(port.sibling).isClosed = true;
    this.put(port.sibling, closedPort);
    return [id, port.sibling];
  }

  /** From this port to the other one; gives the number of that, and nothing where the two are closed. */
  send(id: number, text: string): number | undefined {
    const { sibling, isClosed } = this.#at(id);
    if (isClosed) return undefined;
    this.put(sibling, text);
    return sibling;
  }

  /** Into the queue of this port. */
  put(id: number, text: string): void {
    this.#at(id).queue.push(text);
  }

  /** The number of the thread at the other side. */
  senderOf(id: number): number {
    return this.#at(this.#at(id).sibling).owner;
  }

  take(id: number): string | undefined {
    return this.#at(id).queue.shift();
  }

  /** The ports of a thread at which somebody listens, in the order in which they were made. */
  listened(owner: number): number[] {
    return [...this.#ports.keys()].filter((id) => this.#at(id).owner === owner && this.#at(id).isListened);
  }

  /** Those of them at which something has arrived. libuv goes through them in this order where they wait together. */
  arrivals(owner: number): number[] {
    return this.listened(owner).filter((id) => this.#at(id).queue.length > 0);
  }

  #at(id: number): Port {
    const port = this.#ports[id];
    if (!port) throw new RangeError(`no port ${id}`);
    return port;
  }
}

function portOf(sibling: number, owner: number): Port {
  return { sibling, owner, isListened: false, isClosed: false, queue: [] };
}
