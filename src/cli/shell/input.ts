// What comes on our stdin, for the programs that a command runs one after the other: each gets all of it from its start, and
// reads on live. Nothing is read before a program runs, and nobody waits for a pipe that stays open.
import type { Readable, Writable } from 'node:stream';
import type { Input } from '../../runtime/engine.ts';

export class SharedInput implements Input {
  readonly #open: () => Readable;
  #source: Readable | undefined;
  readonly #pieces: Buffer[] = [];
  #ended = false;
  /** The program that runs now. */
  #reader: { readonly stdin: Writable; readonly heard: () => void } | undefined;

  /** `open` gives the stream once a program asks for it. */
  constructor(open: () => Readable) {
    this.#open = open;
  }

  get isTerminal(): boolean {
    return this.#source !== undefined && 'isTTY' in this.#source && this.#source.isTTY === true;
  }

  into(stdin: Writable, heard: () => void): () => void {
    for (const piece of this.#pieces) stdin.write(piece);
    if (this.#ended) stdin.end();
    this.#reader = { stdin, heard };
    this.#listen();
    return () => {
      this.#reader = undefined;
      this.#source?.pause();
    };
  }

  #listen(): void {
    if (this.#source) {
      this.#source.resume();
      return;
    }
    this.#source = this.#open();
    this.#source.on('data', (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#reader?.stdin.write(piece);
      this.#reader?.heard();
    });
    const end = (): void => {
      this.#ended = true;
      this.#reader?.stdin.end();
    };
    this.#source.once('end', end);
    this.#source.once('error', end);
  }
}
