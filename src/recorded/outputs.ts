// What a trace printed, and how it ended.
import type { Run } from '../order/index.ts';
import type { TraceEvent } from '../trace/events.ts';

/** What a program printed, line by line, and how it ended. */
export type Output = Pick<Run, 'stdout' | 'stderr' | 'exit'>;

/** What a trace says was printed. */
export function outputOf({ events, exit }: { readonly events: readonly TraceEvent[]; readonly exit: number }): Output {
  const printed = events.filter((event) => event.kind === 'print');
  const texts = (wanted: 'stdout' | 'stderr') =>
    printed.filter(({ stream }) => stream === wanted).map(({ text }) => text);
  return { stdout: texts('stdout'), stderr: texts('stderr'), exit };
}
