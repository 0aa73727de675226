// `course check --report`: what the course holds and what is proven of it, in numbers.
import type { CheckContext } from '../../check/check.ts';
import { countCourse } from '../../check/counts/course.ts';
import type { CourseCounts } from '../../check/counts/course.ts';
import { prove } from '../../check/proof/proof.ts';
import { countProofs } from '../../check/proof/counts.ts';
import type { Invocation } from '../shell/command.ts';
import { flag } from '../shell/command.ts';
import { padded } from '../shell/terminal.ts';

/** What running the schedules showed; absent with `--static`. */
interface Measured {
  /** Twins that ran under schedules. */
  readonly twins: number;
  /** Of these, those of which every search came to its end. */
  readonly complete: number;
  readonly schedules: number;
  readonly distinctOutputs: number;
  /** Real runs under seeded pauses. */
  readonly realRuns: number;
}

/** Prints the counts and says nothing of faults: the exit code is 0. */
export async function reportCounts(context: CheckContext, invocation: Invocation): Promise<number> {
  const { options, json, terminal } = invocation;
  const counts = countCourse(context);
  const measured = flag(options, 'static') ? undefined : await measure(context);
  if (context.signal?.aborted) return 130;
  if (json) terminal.write(`${JSON.stringify({ ...counts, ...(measured && { measured }) }, undefined, 2)}\n`);
  else {
    const rows = [...rowsOf(counts), ...(measured ? measuredRows(measured) : [])];
    for (const [name, value, more] of rows)
      terminal.write(`${padded(name, 18)}${aligned(value)}  ${more}`.trimEnd() + '\n');
    terminal.write('\nnext: npm run course -- check\n');
  }
  return 0;
}

async function measure({ course, snippets, signal, progress }: CheckContext): Promise<Measured> {
  const proofs = await prove(course.root, snippets, { signal, progress });
  const { onVirtualTime, complete, schedules, distinctOutputs, realRuns } = countProofs(proofs);
  return { twins: onVirtualTime, complete, schedules, distinctOutputs, realRuns };
}

type Row = readonly [name: string, value: number, more: string];

function rowsOf(counts: CourseCounts): Row[] {
  const stored = counts.explored;
  const byCause = Object.entries(counts.freedoms).map(([cause, count]) => `${cause} ${count}`);
  const free = Object.values(counts.freedoms).reduce((sum, count) => sum + count, 0);
  return [
    ['lessons', counts.lessons, ''],
    ['snippets', counts.snippets, `${counts.broken} of them broken, each beside its fixed one`],
    ['twins', counts.twins, `${counts.onRealClockOnly} of them need what no engine runs under schedules`],
    ['contracts', counts.contracts, `${counts.contractLines} lines; ${counts.assuming} rest on an assumption`],
    ['freedoms', free, byCause.join(', ')],
    ['schedules stored', stored.schedules, `of ${stored.twinsUnderSchedules} twins`],
    ['complete', stored.twinsComplete, 'of these twins, within the bounds that their pages name'],
    ['distinct outputs', stored.distinctOutputs, 'of the stored schedules, added up over the twins'],
    ['real runs owed', stored.realRuns, `of ${stored.twinsByRealRuns} twins, under seeded pauses`],
  ];
}

function measuredRows({ twins, complete, schedules, distinctOutputs, realRuns }: Measured): Row[] {
  return [
    ['schedules run', schedules, `over ${twins} twins, ${complete} of them complete`],
    ['distinct outputs', distinctOutputs, 'of the schedules run, added up over the twins'],
    ['real runs', realRuns, 'under seeded pauses'],
  ];
}

function aligned(value: number): string {
  return value.toLocaleString('en').padStart(7);
}
