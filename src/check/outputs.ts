// When two runs have the same output, and what a trace printed.
import type { Run } from '../order/index.ts';
import type { TraceEvent } from '../trace/events.ts';

/** What a program printed, line by line, and how it ended. */
export type Output = Pick<Run, 'stdout' | 'stderr' | 'exit'>;

/** Where an object lies in memory differs from run to run and makes no output another one. */
const addresses = /\b0x[0-9a-f]{6,}/g;

/** The same text for equal outputs, and for no others. */
export function outputKey({ stdout, stderr, exit }: Output): string {
  return JSON.stringify([stdout, stderr, exit]).replaceAll(addresses, '');
}

/** What a trace says was printed. */
export function outputOf({ events, exit }: { readonly events: readonly TraceEvent[]; readonly exit: number }): Output {
  const printed = events.filter((event) => event.kind === 'print');
  const texts = (wanted: 'stdout' | 'stderr') =>
    printed.filter(({ stream }) => stream === wanted).map(({ text }) => text);
  return { stdout: texts('stdout'), stderr: texts('stderr'), exit };
}
