// Puts equal outputs together: what is left are the distinct ones, in the order of the seeds that gave them first.
import { constants } from 'node:os';
import type { Line, Stream } from '../../../trace/recording.ts';
import { outputKey } from '../../process/output-key.ts';
import type { ProcessResult } from '../../process/run.ts';
import type { Outcome } from '../../outcome.ts';

/** The exit code where the time limit ended the program, as of `timeout`. */
export const timedOut = 124;

/** `results` by seed, in any order. */
export function distinctOutcomes(results: ReadonlyMap<number, ProcessResult>): Outcome[] {
  const inOrder = [...results].toSorted(([a], [b]) => a - b);
  return mergedOutcomes(inOrder.map(([seed, result]) => outcomeOf(seed, result)));
}

/** The distinct outputs of several rows, which follow one another by their seeds. */
export function mergedOutcomes(...rows: readonly (readonly Outcome[])[]): Outcome[] {
  const found = new Map<string, Outcome>();
  for (const outcome of rows.flat()) {
    const alike = outputKey(outcome);
    const first = found.get(alike) ?? { ...outcome, count: 0 };
    found.set(alike, { ...first, count: first.count + outcome.count });
  }
  return [...found.values()];
}

function outcomeOf(seed: number, result: ProcessResult): Outcome {
  const [stdout, stderr] = [texts(result.lines, 'stdout'), texts(result.lines, 'stderr')];
  return { stdout, stderr, exit: exitOf(result), elapsed: result.elapsed, count: 1, origin: { kind: 'real', seed } };
}

function texts(lines: readonly Line[], stream: Stream): string[] {
  return lines.filter((line) => line.stream === stream).map(({ text }) => text);
}

/** As a shell says it: 128 and the signal's number for a program that a signal ended. */
function exitOf({ exit, signal, stopped }: ProcessResult): number {
  if (stopped === 'time limit') return timedOut;
  return exit ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
