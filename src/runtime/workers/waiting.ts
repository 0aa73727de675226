// What is said of a run in which no thread can ever go on: who waits, where, and for what.
import type { Program } from '../traced/program.ts';
import type { Thread } from './thread.ts';

/** A sentence for each thread that waits: "worker 1 waits at line 5: Atomics.wait(cells, 0, 0)". */
export function waitingThreads(threads: readonly Thread[], { lines }: Pick<Program, 'lines'>): string[] {
  return threads.flatMap(({ name, waits, line }) => {
    if (!waits) return [];
    const at = line > 0 ? ` at line ${line}` : '';
    const text = lines[line - 1]?.trim() ?? '';
    if (waits.kind === 'event loop') return `${name} waits in its event loop${at && `, begun${at}`}`;
    return `${name} waits${at}: ${text}`;
  });
}
