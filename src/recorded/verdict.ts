// Does a run meet its contract? Apart from recordings.ts, so that a run need not load the schema of recordings.
import type { Snippet } from '../course/snippets.ts';
import type { Language } from '../languages.ts';
import { checkRun, parseContract } from '../order/index.ts';
import type { Contract, Fault } from '../order/index.ts';
import type { RunResult, Stop } from '../runtime/engine.ts';
import type { Line, Stream } from '../trace/recording.ts';

/** The contract of one twin. Throws a CourseError with the line that cannot be read. */
export function contractOf(snippet: Snippet, language: Language): Contract {
  const { text, path } = snippet.contracts[language];
  return parseContract(text, { file: path, language });
}

type Ending = Pick<RunResult, 'lines' | 'exit'> & Partial<Pick<RunResult, 'signal' | 'stopped' | 'elapsed'>>;

/**
 * Everything in which a run, or a recording of one, breaks its contract; empty if it holds. A contract can only promise a
 * time on a `virtualClock`.
 */
export function verifyRun(contract: Contract, run: Ending, virtualClock = false): readonly Fault[] {
  if (run.stopped !== undefined) return [{ message: stopSentence(run.stopped, run) }];
  return checkRun(contract, {
    stdout: textOf(run.lines, 'stdout'),
    stderr: textOf(run.lines, 'stderr'),
    exit: run.exit,
    ...(run.signal ? { signal: run.signal } : {}),
    ...(virtualClock && run.elapsed !== undefined ? { elapsed: wholeSteps(run.elapsed) } : {}),
  });
}

/** The steps of a program itself take some µs on a virtual clock: a contract speaks of whole ms. */
export function wholeSteps(elapsed: number): number {
  return Math.round(elapsed * 10) / 10;
}

export function textOf(lines: readonly Line[], stream: Stream): string[] {
  return lines.filter((line) => line.stream === stream).map((line) => line.text);
}

/** Why a run did not come to its own end, in words. `elapsed` in ms. */
export function stopSentence(
  stop: Stop,
  { elapsed = 0, lines }: { readonly elapsed?: number | undefined; readonly lines: readonly Line[] },
): string {
  const seconds = `${Math.round(elapsed / 100) / 10} s`;
  const sentences: Record<Stop, string> = {
    'time limit': `the program had not ended after ${seconds} and was stopped`,
    'output limit': `the program was stopped when it had printed ${lines.length.toLocaleString('en')} lines: its output has a limit`,
    'process limit': 'the program was stopped: it had started too many processes',
    'memory limit': 'the program was stopped: it held too much memory',
    interrupt: 'the run was interrupted',
  };
  return sentences[stop];
}
