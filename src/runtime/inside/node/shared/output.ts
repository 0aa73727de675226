// What the program prints: each piece as it leaves, and pieces put together to lines. The bytes stay the same.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { StringDecoder } from 'node:string_decoder';
import { replace } from './replace.ts';

const streams = ['stdout', 'stderr'] as const;
export type StreamName = (typeof streams)[number];

/** A printed line and the origin of its first part. */
export interface PrintedLine<Origin> {
  readonly text: string;
  readonly origin: Origin;
}

/** `printed` hears of each piece before it leaves through one of these streams, by `write` or by `fs.writeSync`. */
export function watchPieces(names: readonly StreamName[], printed: (name: StreamName, piece: unknown) => void): void {
  for (const name of names) {
    replace(process[name], ['write'], ({ values: [piece], go }) => {
      printed(name, piece);
      return go();
    });
  }
  replace(fs, ['writeSync'], ({ values: [file, piece], go }) => {
    const name = typeof file === 'number' ? streams[file - 1] : undefined;
    if (name !== undefined && names.includes(name)) printed(name, piece);
    return go();
  });
  syncBuiltinESMExports();
}

/** Puts the pieces of one stream together to lines. */
export class PrintedLines<Origin> {
  readonly #decoder = new StringDecoder();
  #begun: PrintedLine<Origin> | undefined;

  /** The lines that `piece` ends. */
  add(piece: unknown, origin: Origin): PrintedLine<Origin>[] {
    const text = piece instanceof Uint8Array ? this.#decoder.write(Buffer.from(piece)) : String(piece);
    const [first = '', ...more] = text.split('\n');
    const begun = this.#begun ?? { text: '', origin };
    const lines = [{ ...begun, text: begun.text + first }, ...more.map((next) => ({ text: next, origin }))];
    const last = lines.pop();
    this.#begun = last?.text === '' ? undefined : last;
    return lines;
  }

  /** The last line, where it lacks its line end. */
  end(): PrintedLine<Origin>[] {
    return this.#begun ? [this.#begun] : [];
  }
}
