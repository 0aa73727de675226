// Tells of each line that leaves through stdout on which lane its first part was printed. The bytes stay the same.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { StringDecoder } from 'node:string_decoder';
import type { Lane, Lanes } from './lanes.ts';
import type { Records } from './records.ts';

/** Watches `process.stdout.write` and `fs.writeSync(1, …)`. If telling fails, it ends and the program goes on. */
export function observeOutput(lanes: Lanes, records: Records): void {
  const decoder = new StringDecoder();
  let line = '';
  let lane: Lane | undefined;
  let broken = false;

  const note = (chunk: unknown): void => {
    // A worker is a lane as a whole; of the main thread we say nothing where we do not know.
    const current = lanes.current ?? (isMainThread ? undefined : lanes.main);
    const text = chunk instanceof Uint8Array ? decoder.write(Buffer.from(chunk)) : String(chunk);
    const [first = '', ...more] = text.split('\n');
    if (line === '') lane = current;
    line += first;
    for (const part of more) {
      if (lane) records.print(lane, line);
      [line, lane] = [part, current];
    }
  };
  const told = (chunk: unknown): void => {
    if (broken) return;
    try {
      note(chunk);
    } catch {
      broken = true;
    }
  };

  observed(process.stdout, 'write', ([chunk]) => told(chunk));
  observed(fs, 'writeSync', ([file, chunk]) => file === 1 && told(chunk));
  syncBuiltinESMExports();
  process.on('exit', () => {
    if (line !== '') told('\n');
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
