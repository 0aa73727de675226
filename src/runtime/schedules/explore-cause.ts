// Explores one program under one cause: phase by phase, until the search of one comes to its end or nothing is left to spend.
import type { Program } from '../../course/snippets.ts';
import { Budget } from '../../explore/budget.ts';
import type { Coverage } from '../../explore/count/coverage.ts';
import { drive } from '../../explore/drive.ts';
import { Exploration } from '../../explore/explore.ts';
import type { Run } from '../../explore/decision.ts';
import { touchesSame } from '../../explore/reduce/dependence.ts';
import type { Phase } from '../causes.ts';
import type { Model } from '../models.ts';
import type { Outcome } from '../outcome.ts';
import { outputKey } from '../process/output-key.ts';
import type { Found, Spending } from './jobs.ts';
import { Outcomes } from './outcomes.ts';
import type { ScheduledOutcome, ScheduledProgram, StartScheduled } from './scheduled-program.ts';

/** Schedules that an engine is handed at a time. */
const batchSize = 50;

/** The part of what is left to spend that a phase gets which is not the last. */
const phaseShare = 1 / 2;

export interface CauseRequest {
  readonly signal?: AbortSignal | undefined;
  readonly spending: Spending;
}

/** `phases`: how the cause is explored. Rejects with what the engine rejects with: CannotRun, or a CourseError (`missing`). */
export async function exploreCause(
  root: string,
  program: Program,
  phases: readonly Phase[],
  start: StartScheduled,
  { signal, spending }: CauseRequest,
): Promise<Found> {
  const engine = new Started((model) => start(root, program, { model, signal }));
  const purse = new Purse(spending, signal);
  const outcomes = new Map<string, Outcome>();
  let coverage: Coverage | undefined;
  try {
    for (const phase of phases) {
      const isLast = phase === phases.at(-1);
      const before = performance.now();
      const scheduled = await engine.under(phase.model);
      purse.wait(performance.now() - before);
      const budget = isLast ? purse.rest() : purse.part(phaseShare);
      const found = await explorePhase(program, phase, scheduled, purse, budget);
      purse.spend(found.coverage.schedules);
      coverage = { ...found.coverage, schedules: purse.spent };
      for (const outcome of found.outcomes) add(outcomes, outcome);
      if (cameToItsEnd(coverage) || signal?.aborted) break;
    }
  } finally {
    await engine.stop();
  }
  return { outcomes: [...outcomes.values()], coverage, runs: purse.spent };
}

/** Whether the search did: what its engine does not ask, another phase would not ask either. */
function cameToItsEnd(coverage: Coverage): boolean {
  return coverage.kind === 'complete' || coverage.stopped === 'choices';
}

/** The same output may turn up in several phases: the first has the simplest schedules. */
function add(outcomes: Map<string, Outcome>, outcome: Outcome): void {
  const key = outputKey(outcome);
  const known = outcomes.get(key);
  outcomes.set(key, known ? { ...known, count: known.count + outcome.count } : outcome);
}

async function explorePhase(
  program: Program,
  { model, bound }: Phase,
  scheduled: ScheduledProgram,
  purse: Purse,
  budget: Budget,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly coverage: Coverage }> {
  const isReduced = model === 'gil' || model === 'any';
  const exploration = new Exploration<ScheduledOutcome>({
    keyOf: outputKey,
    budget,
    bound,
    ...(isReduced && { dependent: touchesSame }),
  });
  const outcomes = new Outcomes(program, model);
  const runBatch = async (
    schedules: Parameters<ScheduledProgram['run']>[0],
  ): Promise<readonly Run<ScheduledOutcome>[]> => {
    const runs = await scheduled.run(schedules);
    for (const run of runs) {
      outcomes.note(run);
      purse.decided(run.decisions.length);
    }
    return runs;
  };
  const { outputs, coverage } = await drive(exploration, runBatch, batchSize);
  return { outcomes: outputs.map((output) => outcomes.of(output)), coverage };
}

/** The program as it was started last: phases of the same model share it. */
class Started {
  readonly #start: (model: Model) => Promise<ScheduledProgram>;
  #running: { readonly model: Model; readonly scheduled: ScheduledProgram } | undefined;

  constructor(start: (model: Model) => Promise<ScheduledProgram>) {
    this.#start = start;
  }

  async under(model: Model): Promise<ScheduledProgram> {
    if (this.#running?.model === model) return this.#running.scheduled;
    await this.stop();
    const scheduled = await this.#start(model);
    this.#running = { model, scheduled };
    return scheduled;
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.scheduled.stop();
  }
}

/** What may still be spent. */
class Purse {
  spent = 0;
  readonly #schedules: number;
  readonly #decisions: number;
  #decided = 0;
  #end: number;
  readonly #signal: AbortSignal | undefined;

  constructor(
    { schedules = Infinity, decisions = Infinity, time = Infinity }: Spending,
    signal: AbortSignal | undefined,
  ) {
    this.#schedules = schedules;
    this.#decisions = decisions;
    this.#end = performance.now() + time;
    this.#signal = signal;
  }

  spend(schedules: number): void {
    this.spent += schedules;
  }

  decided(decisions: number): void {
    this.#decided += decisions;
  }

  /** The start of an engine is not the program's time. */
  wait(ms: number): void {
    this.#end += ms;
  }

  /** All of it for the systematic search: where it does not come to its end, another phase follows. */
  part(share: number): Budget {
    return this.#budget(share, 1);
  }

  rest(): Budget {
    return this.#budget(1);
  }

  #budget(share: number, systematic?: number): Budget {
    const schedules = Math.ceil((this.#schedules - this.spent) * share);
    this.#decided = 0;
    const ms = Math.max(1, (this.#end - performance.now()) * share);
    return new Budget({
      schedules,
      ...(ms < Infinity && { time: { ms, now: () => performance.now() } }),
      signal: this.#signal,
      isSpent: () => this.#decided > this.#decisions,
      ...(systematic !== undefined && { systematic }),
    });
  }
}
