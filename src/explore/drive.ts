// Drives an exploration to its end: the one loop for an engine in this process and for one that answers over a pipe.
import type { Run } from './decision.ts';
import type { Exploration, Explored } from './explore.ts';
import type { Schedule } from './schedule.ts';

/** Runs a program under each of the schedules. Fewer runs than schedules: it was interrupted, and the rest are missing. */
export type RunBatch<Outcome> = (
  schedules: readonly Schedule[],
) => readonly Run<Outcome>[] | Promise<readonly Run<Outcome>[]>;

/** `size` schedules at a time. Rejects with what `runBatch` or Exploration.take throws. */
export async function drive<Outcome>(
  exploration: Exploration<Outcome>,
  runBatch: RunBatch<Outcome>,
  size: number,
): Promise<Explored<Outcome>> {
  for (let batch; (batch = exploration.next(size)).length > 0;) {
    const runs = await runBatch(batch);
    for (const [index, run] of runs.entries()) {
      const schedule = batch[index];
      if (schedule) exploration.take(schedule, run);
    }
    if (runs.length < batch.length) break;
  }
  return exploration.result();
}
