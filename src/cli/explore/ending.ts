// How the schedules of a cause ended, in the words of its summary line: a program that fails says so without its output.
import { limits } from '../../runtime/engine.ts';
import { timedOut } from '../../runtime/real/perturb/outcomes.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import type { CauseView, TwinView } from './twin-view.ts';

/** How Python opens an error that nobody caught; a task's or a thread's leaves the exit code at 0. */
const uncaught = /^Traceback \(most recent call last\):/;

/** ", exit code 1" for an ending that is none of success; else nothing. */
export function endOf({ real }: TwinView['job'], cause: CauseView['proof']['cause'], { exit }: Outcome): string {
  if (exit === 0) return '';
  if (cause !== 'threads' || exit !== timedOut) return `, exit code ${exit}`;
  return `, stopped: it had not ended after ${(real?.timeLimit ?? limits.time) / 1000} s`;
}

/** Every ending that is none of success, once each; with how often where not all schedules ended so. */
export function endingsOf({ job }: TwinView, { proof }: CauseView): string {
  const { cause, outcomes, schedules } = proof;
  const times = new Map<string, number>();
  for (const outcome of outcomes) {
    const ending = endOf(job, cause, outcome) || erring(outcome);
    times.set(ending, (times.get(ending) ?? 0) + outcome.count);
  }
  times.delete('');
  return [...times]
    .map(([ending, count]) => (count < schedules ? `${ending} (${count} of ${schedules})` : ending))
    .join('');
}

function erring({ stderr }: Outcome): string {
  return stderr.some((line) => uncaught.test(line)) ? ', an error on stderr' : '';
}
