// A deadlock in words: who waits, and at which line. On a virtual clock it is known at once.
import type { Outcome, VirtualCause } from '../runtime/virtual/python.ts';
import { compileTypeScript, waitingIn } from './proof-typescript.ts';
import type { ProofJob } from './proof-explore.ts';

/** The exit code of a program that nothing can wake any more, in Node and on both virtual clocks. */
const deadlockExit = 13;

const opening = 'nothing left can wake this';

/** The sentence for an outcome that is a deadlock where the contract expects none; undefined for any other outcome. */
export function deadlocked(job: ProofJob, cause: VirtualCause, outcome: Outcome): string | undefined {
  if (outcome.exit !== deadlockExit || job.contract?.exit.code === deadlockExit) return undefined;
  const waiting =
    job.program.language === 'ts'
      ? waitingIn(compileTypeScript(job.program.file), cause, outcome.firstSeed)
      : waitingOf(outcome.stderr);
  return ['deadlock: nothing left can wake the program', ...waiting.map((line) => `  ${line}`)].join('\n');
}

/** What the virtual clock of Python says on stderr, after its first line. */
function waitingOf(stderr: readonly string[]): string[] {
  const from = stderr.findLastIndex((line) => line.startsWith(opening));
  return from < 0 ? [] : stderr.slice(from + 1).map((line) => line.trim());
}
