// Tells of each line that leaves, with the strand and the line that printed its first part. The bytes stay the same.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { StringDecoder } from 'node:string_decoder';
import type { Strands } from '../observe/strands.ts';
import { observed } from '../observe/output.ts';
import type { LiveStrands } from './strands.ts';
import { programLines, locate } from './locations.ts';
import type { Records } from './records.ts';

/** What a Worker prints goes through the main thread, which is not its printer: there a line needs a strand or the program. */
export function watchOutput(strands: Strands, live: LiveStrands, records: Records): void {
  const streams = [new PrintedLines('stdout'), new PrintedLines('stderr')];
  const note = (stream: PrintedLines | undefined, chunk: unknown): void => {
    if (!stream || !(isWorker(records) || live.isEmitted(strands.current) || programLines().length > 0)) return;
    const { line, via } = locate(strands.current ?? strands.main);
    const place = { strand: live.current(), line, ...(via.length > 0 && { via }) };
    for (const print of stream.add(chunk, place)) records.emit(print);
  };
  const emitted = (stream: PrintedLines | undefined, chunk: unknown) => live.safely(() => note(stream, chunk));
  observed(process.stdout, 'write', ([chunk]) => emitted(streams[0], chunk));
  observed(process.stderr, 'write', ([chunk]) => emitted(streams[1], chunk));
  observed(fs, 'writeSync', ([file, chunk]) =>
    emitted(typeof file === 'number' ? streams[file - 1] : undefined, chunk),
  );
  syncBuiltinESMExports();
  process.on('exit', () => {
    for (const stream of streams) live.safely(() => stream.end().forEach((print) => records.emit(print)));
  });
}

function isWorker({ thread }: Records): boolean {
  return thread.includes('.');
}

/** Puts pieces together to lines. */
class PrintedLines {
  readonly #stream: string;
  readonly #decoder = new StringDecoder();
  #begun = '';
  #place: object | undefined;

  constructor(stream: string) {
    this.#stream = stream;
  }

  /** The records of the lines that `chunk` ends. */
  add(chunk: unknown, place: object): object[] {
    const text = chunk instanceof Uint8Array ? this.#decoder.write(Buffer.from(chunk)) : String(chunk);
    const [first = '', ...more] = text.split('\n');
    this.#place ??= place;
    this.#begun += first;
    const prints = more.map((next) => {
      const print = this.#print();
      [this.#begun, this.#place] = [next, place];
      return print;
    });
    if (this.#begun === '') this.#place = undefined;
    return prints;
  }

  /** A last line may lack its line end. */
  end(): object[] {
    return this.#begun === '' ? [] : [this.#print()];
  }

  #print(): object {
    return { e: 'print', ...this.#place, stream: this.#stream, text: this.#begun.replace(/\r$/, '') };
  }
}
