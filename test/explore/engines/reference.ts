// Every schedule by brute force: the decision lists in lexicographic order, as an odometer counts. It shares nothing with the search.
import type { Choice, Decision } from '../../../src/explore/decision.ts';
import { reader } from '../../../src/explore/policy/policy.ts';
import { Recorder } from '../../../src/explore/recorder.ts';

interface BruteForce {
  readonly outputs: ReadonlySet<string>;
  readonly schedules: number;
}

/** `admits` says whether the decisions of a run, of which the last is a deviation, are within the bound. */
export function bruteForce(
  program: (recorder: Recorder) => string,
  admits: (decisions: readonly Pick<Decision, 'taken' | 'cost'>[]) => boolean = () => true,
): BruteForce {
  const outputs = new Set<string>();
  let schedules = 0;
  for (let prefix: readonly number[] | undefined = []; prefix;) {
    const fixed: readonly number[] = prefix;
    const recorder = new Recorder(reader((_: Choice, position) => fixed[position] ?? 0));
    outputs.add(program(recorder));
    schedules++;
    prefix = nextList(recorder.end(), admits);
  }
  return { outputs, schedules };
}

/** The first list behind this one; undefined behind the last. */
function nextList(
  decisions: readonly Decision[],
  admits: (decisions: readonly Pick<Decision, 'taken' | 'cost'>[]) => boolean,
): readonly number[] | undefined {
  for (let at = decisions.length - 1; at >= 0; at--) {
    const decision = decisions[at];
    if (!decision || decision.taken + 1 >= decision.options) continue;
    const list = [...decisions.slice(0, at), { ...decision, taken: decision.taken + 1 }];
    if (admits(list)) return list.map(({ taken }) => taken);
  }
  return undefined;
}

/** At most `most` preemptions. */
export function preemptions(most: number): (decisions: readonly Pick<Decision, 'taken' | 'cost'>[]) => boolean {
  return (decisions) => decisions.filter(({ taken, cost }) => taken !== 0 && cost === 1).length <= most;
}
