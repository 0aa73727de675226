// A run on virtual time that did not come to its end, in words. A deadlock is known at once: who waits, and at which line.
import type { VirtualCause } from '../causes.ts';
import type { Outcome } from '../outcome.ts';
import { compileTypeScript, stoppedExit, waitingIn } from './typescript.ts';
import type { ProofJob } from './jobs.ts';

/** The exit code of a program that nothing can wake any more, in Node and on both virtual clocks. */
const deadlockExit = 13;

const opening = 'nothing left can wake this';

/** The sentence for a deadlock, or a run without end, where the contract expects none; undefined for any other outcome. */
export function unended(job: Omit<ProofJob, 'batches'>, cause: VirtualCause, outcome: Outcome): string | undefined {
  const { exit, stderr } = outcome;
  if (exit === job.contract?.exit.code) return undefined;
  if (exit === stoppedExit) return `the program did not come to its end: ${stderr.at(-1) ?? 'it was stopped'}`;
  if (exit !== deadlockExit) return undefined;
  const waiting =
    job.program.language === 'ts'
      ? waitingIn(compileTypeScript(job.program.file), cause, outcome.firstSeed)
      : waitingOf(stderr);
  return ['deadlock: nothing left can wake the program', ...waiting.map((line) => `  ${line}`)].join('\n');
}

/** What the virtual clock of Python says on stderr, after its first line. */
function waitingOf(stderr: readonly string[]): string[] {
  const from = stderr.findLastIndex((line) => line.startsWith(opening));
  return from < 0 ? [] : stderr.slice(from + 1).map((line) => line.trim());
}
