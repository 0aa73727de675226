// Runs a whole search in this process, with the outputs and the number of schedules.
import type { Run } from '../../../src/explore/decision.ts';
import { runUnder } from '../../../src/explore/recorder.ts';
import type { Recorder } from '../../../src/explore/recorder.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { Search } from '../../../src/explore/search/search.ts';
import type { SearchOptions } from '../../../src/explore/search/search.ts';
import { formatDeviations } from '../../../src/explore/token.ts';

export type Program = (recorder: Recorder) => string;

interface Searched {
  readonly outputs: ReadonlySet<string>;
  /** In the order in which they were handed out. */
  readonly schedules: readonly Schedule[];
  readonly search: Search;
}

/** Runs come back in the reverse of the order in which they were handed out: the search must not rest on it. */
export function searchAll(program: Program, options: SearchOptions = {}, size = 5): Searched {
  const search = new Search(options);
  const outputs = new Set<string>();
  const schedules: Schedule[] = [];
  for (let batch; (batch = search.next(size)).length > 0;) {
    schedules.push(...batch);
    for (const schedule of batch.toReversed()) {
      const run: Run<string> = runUnder(schedule, program);
      outputs.add(run.outcome);
      search.take(schedule, run);
    }
  }
  return { outputs, schedules, search };
}

export const tokensOf = (schedules: readonly Schedule[]): string[] =>
  schedules.map(({ deviations }) => formatDeviations(deviations));
