// Starts a Python program of threads under schedules: one thread at a time, and the schedule says where another goes on. There is
// no event loop's clock to choose from: sleeps and time limits end when all others wait, or earlier at the cost of a preemption.
import { streams } from '../../trace/recording.ts';
import type { Run } from '../../explore/decision.ts';
import type { ThreadOutcome } from '../turns/answers.ts';
import { ThreadProgram, threadModelOf } from '../turns/threads.ts';
import type { ScheduledOutcome, StartScheduled } from './scheduled-program.ts';

/** Of the models `usual`, `gil` and `any`. Throws a RangeError for another one. */
export const startTurns: StartScheduled = async (root, program, { model, signal }) => {
  const started = await ThreadProgram.start(root, program, { model: threadModelOf(model), ...(signal && { signal }) });
  return {
    run: async (schedules) => (await started.run(schedules)).map(scheduled),
    stop: () => started.stop(),
  };
};

function scheduled({ outcome: { lines, ...ending }, decisions }: Run<ThreadOutcome>): Run<ScheduledOutcome> {
  const [stdout = [], stderr = []] = streams.map((stream) =>
    lines.filter((line) => line.stream === stream).map(({ text }) => text),
  );
  return { decisions, outcome: { stdout, stderr, ...ending } };
}
