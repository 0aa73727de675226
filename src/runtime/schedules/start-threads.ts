// TypeScript programs of several threads under schedules: compiled once for each real thread, each run in realms in which no other has
// left anything.
import type { Run } from '../../explore/decision.ts';
import { attempt } from '../../error.ts';
import { usualSchedule } from '../../explore/schedule.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import type { Program } from '../traced/program.ts';
import { asksUnder } from '../workers/models.ts';
import { runThreads } from '../workers/run.ts';
import type { ScheduledOutcome, ScheduledProgram, StartScheduled } from './scheduled-program.ts';
import { compiled, outcomeOf, refusal, runEach, runLimits as limits, timer } from './traced-runs.ts';

/** Of the models `usual` and `any`. Throws a CourseError (`misuse`) for another one. */
export const startThreads: StartScheduled = (_root, source, { model, signal }) =>
  Promise.try((): ScheduledProgram => {
    const asks = asksUnder(model);
    const program = compiled(source);
    makeReady(source, program);
    return {
      run: (schedules) => runEach(schedules, signal, (schedule) => runOnce(source, program, schedule, asks)),
      stop: () => Promise.resolve(),
    };
  });

/** Real threads are started by the first run that needs them, which is no part of what a program spends. */
function makeReady(source: ProgramToTrace, program: Program): void {
  attempt(() => runThreads(program, { ...inputOf(source), schedule: usualSchedule, asks: false, isTimeOver: timer() }));
}

function inputOf({ text, file, path: shown }: ProgramToTrace) {
  return { source: { text, file, shown }, limits };
}

function runOnce(source: ProgramToTrace, program: Program, schedule: Schedule, asks: boolean): Run<ScheduledOutcome> {
  try {
    const run = runThreads(program, { ...inputOf(source), schedule, asks, isTimeOver: timer() });
    return { decisions: run.chosen?.decisions ?? [], outcome: outcomeOf(run, run.waiting) };
  } catch (error) {
    throw refusal(source, error);
  }
}
