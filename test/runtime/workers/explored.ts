// Programs of Workers for the tests: compiled, run under a schedule, and explored by the search of src/explore/.
import { readFileSync } from 'node:fs';
import type { Run } from '../../../src/explore/decision.ts';
import type { Deviation } from '../../../src/explore/decision.ts';
import { touchesSame } from '../../../src/explore/reduce/dependence.ts';
import { Search } from '../../../src/explore/search/search.ts';
import type { ScheduledOutcome } from '../../../src/runtime/schedules/scheduled-program.ts';
import { startThreads } from '../../../src/runtime/schedules/start-threads.ts';

/** What every program of two or more threads begins with. */
export const imports = `import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
const say = (text: unknown) => writeSync(1, text + '\\n');
`;

interface Limits {
  /** Absent: any number. */
  readonly preemptions?: number;
  /** Schedules. */
  readonly most?: number;
  /** Whether schedules that only change the places of independent steps are left out. */
  readonly reduced?: boolean;
}

export interface Found {
  /** Lines joined by " / ", and how it ended. */
  readonly outputs: readonly string[];
  readonly schedules: number;
  readonly complete: boolean;
}

const programOf = (file: string, text: string) =>
  ({ file, path: file, language: 'ts', needs: ['threads'], text }) as const;

export function outputOf({ stdout, exit, waiting }: Pick<ScheduledOutcome, 'stdout' | 'exit' | 'waiting'>): string {
  return [...stdout, ...(waiting ? ['deadlock'] : exit === 0 ? [] : [`exit ${exit}`])].join(' / ');
}

/** `text` lies nowhere, unless it is read from `file`. */
export async function runText(
  text: string,
  deviations: readonly Deviation[] = [],
  model: 'usual' | 'any' = deviations.length > 0 ? 'any' : 'usual',
  file = '/own.ts',
): Promise<Run<ScheduledOutcome>> {
  const program = await startThreads('', programOf(file, text), { model });
  const [run] = await program.run([{ deviations }]);
  if (!run) throw new Error('no run');
  return run;
}

export const runOf = (file: string) => runText(readFileSync(file, 'utf8'), [], 'usual', file);

/** The search stands still where a program prints, or ends, in `most` schedules and has more. */
export async function explore(
  text: string,
  { preemptions, most = 3000, reduced = true }: Limits = {},
  file = '/own.ts',
): Promise<Found> {
  const program = await startThreads('', programOf(file, text), { model: 'any' });
  const bound = preemptions === undefined ? {} : { threads: preemptions };
  const search = new Search({ bound, ...(reduced && { dependent: touchesSame }) });
  const outputs = new Set<string>();
  let schedules = 0;
  for (let batch; schedules < most && (batch = search.next(50)).length > 0;) {
    for (const [index, run] of (await program.run(batch)).entries()) {
      const schedule = batch[index];
      if (schedule) search.take(schedule, run);
      outputs.add(outputOf(run.outcome));
    }
    schedules += batch.length;
  }
  return { outputs: [...outputs].sort(), schedules, complete: search.complete };
}
