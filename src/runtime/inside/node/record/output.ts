// Tells of each line that leaves, with the strand and the line that printed its first part.
import type { Strands } from '../observe/strands.ts';
import { PrintedLines, watchPieces } from '../shared/output.ts';
import type { PrintedLine, StreamName } from '../shared/output.ts';
import type { LiveStrands } from './strands.ts';
import { programLines, locate } from './locations.ts';
import type { Records } from './records.ts';

/** What a Worker prints goes through the main thread, which is not its printer: there a line needs a strand or the program. */
export function watchOutput(strands: Strands, live: LiveStrands, records: Records): void {
  const printed = { stdout: new PrintedLines<object>(), stderr: new PrintedLines<object>() };
  const record = (stream: StreamName, lines: readonly PrintedLine<object>[]): void => {
    for (const { text, origin } of lines)
      records.emit({ e: 'print', ...origin, stream, text: text.replace(/\r$/, '') });
  };
  const add = (stream: StreamName, piece: unknown): void => {
    if (!(isWorker(records) || live.isEmitted(strands.current) || programLines().length > 0)) return;
    const { line, via } = locate(strands.current ?? strands.main);
    const origin = { strand: live.current(), line, ...(via.length > 0 && { via }) };
    record(stream, printed[stream].add(piece, origin));
  };
  watchPieces(['stdout', 'stderr'], (stream, piece) => live.safely(() => add(stream, piece)));
  process.on('exit', () => {
    for (const stream of ['stdout', 'stderr'] as const) live.safely(() => record(stream, printed[stream].end()));
  });
}

function isWorker({ thread }: Records): boolean {
  return thread.includes('.');
}
