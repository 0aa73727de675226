// What has arrived at the ports of a thread: MessagePort::OnMessage of Node (src/node_messaging.cc) for each of them. A port is emptied
// before the next one has its turn, up to a limit; which port is first is chosen.
import type { PollSource } from '../engine/loop/poll.ts';
import type { Turns } from './turns.ts';

/** Node's: messages of one port in one turn of the loop. */
const mostMessages = 1000;

export class Mailbox {
  /** Where what has arrived waits for its turn. */
  readonly source: PollSource;
  readonly #turns: Turns;
  readonly #handlers = new Map<number, (text: string) => void>();
  #open: { readonly port: number; count: number } | undefined;
  #emptied: number[] = [];
  #offers = false;

  constructor(turns: Turns, source: PollSource) {
    this.source = source;
    this.#turns = turns;
  }

  /** From now on `handle` is given what arrives at the port. */
  listen(port: number, handle: (text: string) => void): void {
    this.#handlers.set(port, handle);
    this.#turns.ask({ do: 'listen', port, on: true });
  }

  stop(port: number): void {
    this.#handlers.delete(port);
    this.#turns.ask({ do: 'listen', port, on: false });
  }

  /** A poll phase begins. `waited`: after a time in which others could go on; else they may first. */
  begin(waited: boolean): void {
    this.#offers = !waited;
    this.#open = undefined;
    this.#emptied = [];
  }

  /** Hands one message to whoever listens; false if there is none in this phase. */
  fetch(): boolean {
    const message = this.#ofOpen() ?? this.#ofNext();
    if (!message) return false;
    this.#handlers.get(message.port)?.(message.text);
    return true;
  }

  /** Hands all messages of a port to whoever listens. */
  drain(port: number): void {
    for (let text; (text = this.take(port)) !== undefined;) this.#handlers.get(port)?.(text);
  }

  /** A message of the port, whether anybody listens or not. */
  take(port: number): string | undefined {
    return this.#turns.ask({ do: 'take', port }).message?.text;
  }

  /** Nothing is left to do until something arrives, or until `due`, in ms since the start. */
  idle(due: number | undefined, line: number): void {
    this.#turns.ask({ do: 'idle', line, ...(due !== undefined && { due }) });
  }

  #ofOpen(): { readonly port: number; readonly text: string } | undefined {
    const open = this.#open;
    if (!open) return undefined;
    const text = this.#handlers.has(open.port) && open.count < mostMessages ? this.take(open.port) : undefined;
    if (text !== undefined) {
      open.count++;
      return { port: open.port, text };
    }
    this.#emptied.push(open.port);
    this.#open = undefined;
    return undefined;
  }

  #ofNext(): { readonly port: number; readonly text: string } | undefined {
    const { message } = this.#turns.ask({ do: 'arrival', except: this.#emptied, offers: this.#offers });
    this.#offers = false;
    if (message) this.#open = { port: message.port, count: 1 };
    return message;
  }
}
