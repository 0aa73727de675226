// All lists of decisions of a program, and what the search makes of them: two ways to the same outputs.
import { Spending } from '../../../src/explore/bound.ts';
import type { Bound } from '../../../src/explore/bound.ts';
import type { Deviation, Run } from '../../../src/explore/decision.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { Search } from '../../../src/explore/search/search.ts';
import type { SearchOptions } from '../../../src/explore/search/search.ts';

/** Runs a program under schedules; what a run printed and how it ended is a text. */
export type RunAll = (schedules: readonly Schedule[]) => Promise<readonly Run<string>[]>;

export interface Outputs {
  readonly outputs: ReadonlySet<string>;
  readonly schedules: number;
}

/** Tries every answer at every choice point, whatever a run says of it. Undefined where that takes more than `most` schedules. */
export async function bruteForce(run: RunAll, bound: Bound, most: number): Promise<Outputs | undefined> {
  const outputs = new Set<string>();
  let schedules = 0;
  for (let level: readonly (readonly Deviation[])[] = [[]]; level.length > 0;) {
    schedules += level.length;
    if (schedules > most) return undefined;
    const runs = await run(level.map((deviations) => ({ deviations })));
    for (const { outcome } of runs) outputs.add(outcome);
    level = runs.flatMap(({ decisions }, index) => childrenOf(level[index] ?? [], decisions, bound));
  }
  return { outputs, schedules };
}

/** Each list of decisions has one parent: without its last deviation. */
function childrenOf(
  deviations: readonly Deviation[],
  decisions: Run<string>['decisions'],
  bound: Bound,
): Deviation[][] {
  const first = (deviations.at(-1)?.at ?? -1) + 1;
  const spending = new Spending(bound);
  return decisions.flatMap((decision, at) => {
    const isOpen = at >= first && spending.affords(decision);
    spending.spend(decision, decision.taken);
    if (!isOpen) return [];
    return Array.from({ length: decision.options - 1 }, (_, other) => [...deviations, { at, take: other + 1 }]);
  });
}

/** What the search finds, which leaves out what a run has shown to lead to nothing new. */
export async function searched(run: RunAll, options: SearchOptions): Promise<Outputs> {
  const outputs = new Set<string>();
  const search = new Search(options);
  let schedules = 0;
  for (let batch; (batch = search.next(50)).length > 0;) {
    for (const [index, one] of (await run(batch)).entries()) {
      outputs.add(one.outcome);
      const schedule = batch[index];
      if (schedule) search.take(schedule, one);
    }
    schedules += batch.length;
  }
  return { outputs, schedules };
}
