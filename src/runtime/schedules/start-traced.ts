// TypeScript programs under schedules, on the traced engine: in this process, compiled once, each run in a realm in which no other has
// left anything.
import type { Run } from '../../explore/decision.ts';
import { deadlockExit } from '../exit-codes.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { runInRealm } from '../realm/realm.ts';
import { tracedModelOf } from '../traced/model.ts';
import type { Under } from '../traced/model.ts';
import type { Program } from '../traced/program.ts';
import type { ScheduledOutcome, ScheduledProgram, StartScheduled } from './scheduled-program.ts';
import { compiled, outcomeOf, refusal, runEach, runLimits as limits, timer } from './traced-runs.ts';
import { waitingAtEnd } from './waiting.ts';

export const startTraced: StartScheduled = (_root, source, { model, signal }) =>
  Promise.try((): ScheduledProgram => {
    const own = tracedModelOf(model);
    const program = compiled(source);
    return {
      run: (schedules) => runEach(schedules, signal, (schedule) => runOnce(source, program, { model: own, schedule })),
      stop: () => Promise.resolve(),
    };
  });

function runOnce(source: ProgramToTrace, program: Program, under: Under): Run<ScheduledOutcome> {
  try {
    const run = runInRealm(program, { limits, under, isTimeOver: timer() });
    const { decisions = [], pinned = false } = run.chosen ?? {};
    const waiting = run.exit === deadlockExit ? waitingAtEnd(program, { limits, under }) : undefined;
    return { decisions, pinned, outcome: outcomeOf(run, waiting) };
  } catch (error) {
    throw refusal(source, error);
  }
}
