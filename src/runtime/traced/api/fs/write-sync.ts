// writeSync of node:fs, to the two streams: it writes at once, also from a Worker.
import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import { refuseMember } from '../refuse.ts';

const streams = { 1: 'stdout', 2: 'stderr' } as const;

/** Of a text in UTF-8; half of a pair counts as the character that stands for it, U+FFFD. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** A function that gives the number of bytes. */
export function writeSync(environment: Environment): (fd: unknown, data: unknown) => number {
  return named('writeSync', (fd: unknown, data: unknown): number => {
    const stream = fd === 1 || fd === 2 ? streams[fd] : refuseMember(environment, 'writing to a file', 'print it');
    if (typeof data === 'string') {
      environment.output.print(stream, data);
      return bytesOf(data);
    }
    if (!ArrayBuffer.isView(data)) return refuseMember(environment, 'writeSync of what is no text', 'write a text');
    environment.output.print(stream, new TextDecoder().decode(data));
    return data.byteLength;
  });
}
