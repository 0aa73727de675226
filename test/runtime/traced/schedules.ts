// Explores programs on the traced engine, as the search does: every schedule of a model.
import { Budget } from '../../../src/explore/budget.ts';
import type { Bound } from '../../../src/explore/bound.ts';
import { drive } from '../../../src/explore/drive.ts';
import { Exploration } from '../../../src/explore/explore.ts';
import type { Explored } from '../../../src/explore/explore.ts';
import type { Run } from '../../../src/explore/decision.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import type { Model } from '../../../src/runtime/models.ts';
import type { ScheduledOutcome, ScheduledProgram } from '../../../src/runtime/schedules/scheduled-program.ts';
import { startTraced } from '../../../src/runtime/schedules/start-traced.ts';

export function start(text: string, model: Model, signal?: AbortSignal): Promise<ScheduledProgram> {
  const program = { language: 'ts', file: '/program.ts', path: 'program.ts', needs: [], text } as const;
  return startTraced('/', program, { model, signal });
}

/** What a program prints under every schedule of a model within the bound, the usual output first. */
export async function explored(
  text: string,
  model: Model,
  { bound = {}, schedules = 50_000 }: { readonly bound?: Bound; readonly schedules?: number } = {},
): Promise<Explored<ScheduledOutcome>> {
  const program = await start(text, model);
  const exploration = new Exploration<ScheduledOutcome>({ keyOf, bound, budget: new Budget({ schedules }) });
  return drive(exploration, (batch) => program.run(batch), 50);
}

/** What a program prints under a schedule, joined by spaces. */
export async function runOf(text: string, model: Model, schedule: Schedule): Promise<Run<ScheduledOutcome>> {
  const program = await start(text, model);
  const [run] = await program.run([schedule]);
  if (!run) throw new Error('nothing was run');
  return run;
}

/** The distinct outputs, each joined by spaces: the usual one first, the others sorted. */
export async function outputs(text: string, model: Model, bound?: Bound): Promise<readonly string[]> {
  const { outputs: all, coverage } = await explored(text, model, bound && { bound });
  if (coverage.kind !== 'complete') throw new Error(`${all.length} outputs, and more may come`);
  const [usual = '', ...others] = all.map(({ outcome }) => outcome.stdout.join(' '));
  return [usual, ...others.sort()];
}

function keyOf({ stdout, stderr, exit }: ScheduledOutcome): string {
  return JSON.stringify([stdout, stderr, exit]);
}
