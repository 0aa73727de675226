// Explores a program of threads for the tests: every schedule with at most so many preemptions, by the search of src/explore/.
import type { Run } from '../../../src/explore/decision.ts';
import { touchesSame } from '../../../src/explore/reduce/dependence.ts';
import { Search } from '../../../src/explore/search/search.ts';
import type { ThreadOutcome } from '../../../src/runtime/turns/answers.ts';
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import type { ThreadModel } from '../../../src/runtime/turns/threads.ts';
import { root } from '../programs.ts';

export interface Found {
  /** A run for each distinct output, by what it printed and how it ended. */
  readonly outputs: ReadonlyMap<string, Run<ThreadOutcome>>;
  readonly schedules: number;
  /** Whether all schedules within the bound were run. */
  readonly complete: boolean;
}

interface Limits {
  readonly preemptions?: number;
  /** Schedules. */
  readonly most?: number;
  /** Whether schedules that only change the places of independent steps are left out. */
  readonly reduced?: boolean;
  readonly engine?: 'cpython' | 'pyodide';
  /** Asked after each batch: whether enough is found. */
  readonly until?: (outputs: ReadonlyMap<string, unknown>) => boolean;
}

/** stdout, then how it ended. */
function outputOf({ outcome }: Run<ThreadOutcome>): string {
  const printed = outcome.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
  return [...printed, ...(outcome.waiting ? ['deadlock'] : outcome.exit === 0 ? [] : [`exit ${outcome.exit}`])].join(
    ' / ',
  );
}

export const outputsOf = ({ outputs }: Found): string[] => [...outputs.keys()].sort();

export async function explore(
  file: string,
  model: ThreadModel,
  { preemptions = 2, most = 5000, reduced = false, engine = 'cpython', until = () => false }: Limits = {},
): Promise<Found> {
  const program = await ThreadProgram.start(root, { file, path: file }, { engine, model });
  const search = new Search({ bound: { threads: preemptions }, ...(reduced && { dependent: touchesSame }) });
  const outputs = new Map<string, Run<ThreadOutcome>>();
  let schedules = 0;
  try {
    for (let batch; schedules < most && !until(outputs) && (batch = search.next(400)).length > 0;) {
      for (const [index, run] of (await program.run(batch)).entries()) {
        const schedule = batch[index];
        if (schedule) search.take(schedule, run);
        outputs.set(outputOf(run), outputs.get(outputOf(run)) ?? run);
      }
      schedules += batch.length;
    }
  } finally {
    await program.stop();
  }
  return { outputs, schedules, complete: search.complete };
}
