// A plain search for the tests: every schedule with at most so many preemptions, those with the fewest deviations first.
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import type { ThreadRequest, ThreadSchedule } from '../../../src/runtime/turns/threads.ts';
import type { ThreadRun } from '../../../src/runtime/turns/answers.ts';
import { root } from '../programs.ts';

export interface Found {
  /** A run for each distinct output, by what it printed and how it ended. */
  readonly outputs: ReadonlyMap<string, ThreadRun>;
  readonly schedules: number;
  /** Whether all schedules within the bound were run. */
  readonly complete: boolean;
}

interface Node {
  readonly schedule: ThreadSchedule;
  readonly spent: number;
}

/** stdout, then how it ended. */
function outputOf({ outcome }: ThreadRun): string {
  const printed = outcome.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
  return [...printed, ...(outcome.deadlock ? ['deadlock'] : outcome.exit === 0 ? [] : [`exit ${outcome.exit}`])].join(
    ' / ',
  );
}

export const outputsOf = ({ outputs }: Found): string[] => [...outputs.keys()].sort();

/** `until` is asked after each batch and may say that enough is found. */
export async function explore(
  file: string,
  request: ThreadRequest,
  {
    preemptions = 2,
    most = 5000,
    until = () => false,
  }: {
    preemptions?: number;
    most?: number;
    until?: (outputs: ReadonlyMap<string, ThreadRun>) => boolean;
  } = {},
): Promise<Found> {
  const program = await ThreadProgram.start(root, file, request);
  const outputs = new Map<string, ThreadRun>();
  let schedules = 0;
  let frontier: readonly Node[] = [{ schedule: { deviations: [] }, spent: 0 }];
  try {
    while (frontier.length > 0 && schedules < most && !until(outputs)) {
      const batch = frontier.slice(0, Math.min(400, most - schedules));
      const runs = await program.run(batch.map(({ schedule }) => schedule));
      schedules += runs.length;
      for (const run of runs) outputs.set(outputOf(run), outputs.get(outputOf(run)) ?? run);
      const children = batch.flatMap((node, index) => childrenOf(node, runs[index], preemptions));
      frontier = [...frontier.slice(batch.length), ...children];
    }
  } finally {
    await program.stop();
  }
  return { outputs, schedules, complete: frontier.length === 0 };
}

/** The run with one deviation more, behind the last: so each schedule has one parent and comes once. */
function childrenOf({ schedule, spent }: Node, run: ThreadRun | undefined, preemptions: number): Node[] {
  const first = (schedule.deviations.at(-1)?.at ?? -1) + 1;
  return (run?.decisions ?? []).flatMap(({ options, cost }, at) => {
    if (at < first || spent + cost > preemptions) return [];
    return Array.from({ length: options - 1 }, (_, option) => {
      return { schedule: { deviations: [...schedule.deviations, { at, take: option + 1 }] }, spent: spent + cost };
    });
  });
}
