// One text at a time between two real threads through shared memory, and the turn with it: who has said something waits for the answer.
// A wait costs a few µs, and nothing runs meanwhile in the thread that waits, not even its event loop.

/** Int32 cells before the text: whose word it is, and how long it is in bytes. */
const [word, length] = [0, 1];
const head = 8;
/** Whose turn it is to speak. */
type Side = 'host' | 'thread';
const turns = { host: 1, thread: 2 } as const satisfies Record<Side, number>;

/** Bytes of the longest text. Memory that is not used costs nothing. */
const capacity = 4 * 1024 * 1024;

export function newExchange(): SharedArrayBuffer {
  return new SharedArrayBuffer(head + capacity);
}

/** One side of an exchange. */
export class Exchange {
  readonly #cells: Int32Array;
  readonly #bytes: Buffer;
  readonly #own: number;
  readonly #other: number;

  constructor(memory: SharedArrayBuffer, side: Side) {
    this.#cells = new Int32Array(memory, 0, 2);
    this.#bytes = Buffer.from(memory, head);
    this.#own = turns[side];
    this.#other = turns[side === 'host' ? 'thread' : 'host'];
  }

  /** Throws a RangeError where the text has no room. */
  say(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (bytes > capacity)
      throw new RangeError(`a text of ${bytes} bytes is too long to be handed from thread to thread`);
    this.#bytes.write(text);
    Atomics.store(this.#cells, length, bytes);
    Atomics.store(this.#cells, word, this.#other);
    Atomics.notify(this.#cells, word);
  }

  /** What the other side says next. Undefined where it has said nothing for `ms`. */
  hear(ms = Infinity): string | undefined {
    for (let now; (now = Atomics.load(this.#cells, word)) !== this.#own;) {
      if (Atomics.wait(this.#cells, word, now, ms) === 'timed-out') return undefined;
    }
    return this.#bytes.toString('utf8', 0, Atomics.load(this.#cells, length));
  }
}
