// Explores a Python program for the tests: every schedule of a model, by the search of src/explore/.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bound } from '../../../../src/explore/bound.ts';
import type { Run } from '../../../../src/explore/decision.ts';
import type { Schedule } from '../../../../src/explore/schedule.ts';
import { Search } from '../../../../src/explore/search/search.ts';
import type { Model } from '../../../../src/runtime/models.ts';
import type { ScheduledOutcome } from '../../../../src/runtime/schedules/scheduled-program.ts';
import { startCpython } from '../../../../src/runtime/schedules/start-cpython.ts';
import type { ProgramToTrace } from '../../../../src/runtime/trace-on.ts';
import { temporaryFolder } from '../../fake-python.ts';
import { root } from '../../programs.ts';

export type PythonRun = Run<ScheduledOutcome>;

export interface Found {
  /** The first run of each distinct output, by what it printed and how it ended. */
  readonly outputs: ReadonlyMap<string, PythonRun>;
  readonly schedules: number;
  /** Whether all schedules within the bound were run. */
  readonly complete: boolean;
}

/** stdout, then how it ended. */
export function outputOf({ outcome: { stdout, exit } }: PythonRun): string {
  return [...stdout, ...(exit === 0 ? [] : [`exit ${exit}`])].join(' / ');
}

export const outputsOf = ({ outputs }: Found): string[] => [...outputs.keys()].sort();

/** A program in a file of its own; what it needs stands in its first comment. */
export function programIn(file: string): ProgramToTrace {
  const text = readFileSync(file, 'utf8');
  return {
    language: 'py',
    file,
    path: basename(file),
    needs: text.startsWith('# needs: gevent') ? ['gevent'] : [],
    text,
  };
}

/** Calls `use` with the program in a file of its own. */
export async function withProgram<Result>(
  text: string,
  use: (program: ProgramToTrace) => Promise<Result>,
): Promise<Result> {
  const folder = temporaryFolder();
  try {
    const file = join(folder, 'program.py');
    writeFileSync(file, text);
    return await use(programIn(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Schedules that are drawn, the same each time. */
export const randomSchedules = (count: number): Schedule[] =>
  Array.from({ length: count }, (_, seed) => ({ deviations: [], then: { policy: 'random', seed } }));

/** The runs of these schedules. */
export async function runsOf(
  program: ProgramToTrace,
  model: Model,
  schedules: readonly Schedule[],
): Promise<readonly PythonRun[]> {
  const started = await startCpython(root, program, { model });
  try {
    return await started.run(schedules);
  } finally {
    await started.stop();
  }
}

export async function explore(
  program: ProgramToTrace,
  model: Model,
  { bound = {}, most = 5000 }: { readonly bound?: Bound; readonly most?: number } = {},
): Promise<Found> {
  const started = await startCpython(root, program, { model });
  const search = new Search({ bound });
  const outputs = new Map<string, PythonRun>();
  let schedules = 0;
  try {
    for (let batch; schedules < most && (batch = search.next(400)).length > 0;) {
      for (const [index, run] of (await started.run(batch)).entries()) {
        const schedule = batch[index];
        if (schedule) search.take(schedule, run);
        outputs.set(outputOf(run), outputs.get(outputOf(run)) ?? run);
      }
      schedules += batch.length;
    }
  } finally {
    await started.stop();
  }
  return { outputs, schedules, complete: search.complete };
}

/** All outputs of a program, whose search must come to its end. */
export async function outputs(text: string, model: Model, bound: Bound = {}): Promise<string[]> {
  const found = await withProgram(text, (program) => explore(program, model, { bound }));
  if (!found.complete) throw new Error(`not complete after ${found.schedules} schedules`);
  return outputsOf(found);
}
