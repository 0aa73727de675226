// Tells of each line that leaves through stdout on which strand its first part was printed.
import { isMainThread } from 'node:worker_threads';
import { guard } from '../shared/guard.ts';
import { PrintedLines, watchPieces } from '../shared/output.ts';
import type { PrintedLine } from '../shared/output.ts';
import type { Strand, Strands } from './strands.ts';
import type { Records } from './records.ts';

/** If telling fails, it ends and the program goes on. */
export function observeOutput(strands: Strands, records: Records): void {
  const printed = new PrintedLines<Strand | undefined>();
  const safely = guard();
  const record = (lines: readonly PrintedLine<Strand | undefined>[]): void => {
    for (const { text, origin } of lines) if (origin) records.print(origin, text);
  };
  // A worker is a strand as a whole; of the main thread we say nothing where we do not know.
  const current = () => strands.current ?? (isMainThread ? undefined : strands.main);
  watchPieces(['stdout'], (_, piece) => safely(() => record(printed.add(piece, current()))));
  process.on('exit', () => safely(() => record(printed.end())));
}
