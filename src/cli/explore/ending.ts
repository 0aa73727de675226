// How the runs of a program ended, in the words of a summary line: a program that fails says so without its output.
import type { CauseProof } from '../../check/proof/verdict.ts';
import { limits } from '../../runtime/engine.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { timedOut } from '../../runtime/real/perturb/outcomes.ts';
import type { ProofJob } from '../../runtime/schedules/jobs.ts';

/** How Python opens an error that nobody caught; a task's or a thread's leaves the exit code at 0. */
const uncaught = /^Traceback \(most recent call last\):/;

/** ", exit code 1" for an ending that is none of success; else nothing. */
export function endOf({ real }: Pick<ProofJob, 'real'>, { exit, origin }: Outcome): string {
  if (exit === 0) return '';
  if (origin.kind === 'schedule' || exit !== timedOut) return `, exit code ${exit}`;
  return `, stopped: it had not ended after ${(real?.timeLimit ?? limits.time) / 1000} s`;
}

/** Every ending that is none of success, once each; with how often where not all runs ended so. */
export function endingsOf(proofs: readonly CauseProof[]): string {
  const times = new Map<string, number>();
  const outcomes = proofs.flatMap((proof) => proof.outcomes);
  for (const outcome of outcomes) {
    const ending = endOf({}, outcome) || erring(outcome);
    times.set(ending, (times.get(ending) ?? 0) + outcome.count);
  }
  times.delete('');
  const all = outcomes.reduce((sum, { count }) => sum + count, 0);
  return [...times].map(([ending, count]) => (count < all ? `${ending} (${count} of ${all})` : ending)).join('');
}

function erring({ stderr }: Outcome): string {
  return stderr.some((line) => uncaught.test(line)) ? ', an error on stderr' : '';
}
