// Turns the bytes of a stream into lines. A line ends with "\n" or "\r\n"; a character cut in two by a chunk is put together again.
import { StringDecoder } from 'node:string_decoder';

export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  /** What stands after the last line end so far. */
  get unfinished(): string {
    return this.#rest;
  }

  /** The lines that `chunk` completes, without their line ends. */
  push(chunk: Uint8Array): string[] {
    return this.#split(this.#decoder.write(chunk));
  }

  /** What stands after the last line end: at most one line. */
  end(): string[] {
    const lines = this.#split(this.#decoder.end());
    if (this.#rest !== '') lines.push(this.#rest);
    this.#rest = '';
    return lines;
  }

  #split(text: string): string[] {
    if (!text.includes('\n')) {
      this.#rest += text;
      return [];
    }
    const parts = (this.#rest + text).split('\n');
    this.#rest = parts.pop() ?? '';
    return parts.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  }
}
