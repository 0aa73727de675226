// Tells of each line that leaves through stdout on which strand its first part was printed. The bytes stay the same.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { StringDecoder } from 'node:string_decoder';
import type { Strand, Strands } from './strands.ts';
import type { Records } from './records.ts';

/** Watches `process.stdout.write` and `fs.writeSync(1, …)`. If telling fails, it ends and the program goes on. */
export function observeOutput(strands: Strands, records: Records): void {
  const decoder = new StringDecoder();
  let line = '';
  let strand: Strand | undefined;
  let broken = false;

  const note = (chunk: unknown): void => {
    // A worker is a strand as a whole; of the main thread we say nothing where we do not know.
    const current = strands.current ?? (isMainThread ? undefined : strands.main);
    const text = chunk instanceof Uint8Array ? decoder.write(Buffer.from(chunk)) : String(chunk);
    const [first = '', ...more] = text.split('\n');
    if (line === '') strand = current;
    line += first;
    for (const part of more) {
      if (strand) records.print(strand, line);
      [line, strand] = [part, current];
    }
  };
  const emitted = (chunk: unknown): void => {
    if (broken) return;
    try {
      note(chunk);
    } catch {
      broken = true;
    }
  };

  observed(process.stdout, 'write', ([chunk]) => emitted(chunk));
  observed(fs, 'writeSync', ([file, chunk]) => file === 1 && emitted(chunk));
  syncBuiltinESMExports();
  process.on('exit', () => {
    if (line !== '') emitted('\n');
  });
}

/** Replaces a method by itself, with `before` called first. A proxy keeps everything else of it. */
export function observed<Name extends string>(
  owner: Record<Name, (...values: never[]) => unknown>,
  name: Name,
  before: (values: readonly unknown[]) => void,
): void {
  owner[name] = new Proxy(owner[name], {
    apply(method, self, values: unknown[]): unknown {
      before(values);
      return Reflect.apply(method, self, values);
    },
  });
}
