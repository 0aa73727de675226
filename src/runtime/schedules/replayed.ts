// A run under one schedule as any other run: its lines, and how it ended.
import type { Engine } from '../engine.ts';
import type { Scheduler } from '../engines.ts';
import { resultOf } from '../result-of-trace.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import type { Replay } from './token-of.ts';

/** The engine of a scheduler, running `program` and no other, under one schedule. Throws a CourseError (`missing`) without it. */
export async function replayingEngine(
  root: string,
  program: ProgramToTrace,
  scheduler: Scheduler,
  { model, schedule }: Replay,
): Promise<Engine> {
  const engine = await scheduler.load(root, program.needs);
  const trace = await scheduler.trace();
  return {
    ...engine,
    run: async ({ signal, onLine }) => {
      const traced = await trace(root, program, { model, schedule, ...(signal && { signal }) });
      if ('refused' in traced) throw traced.refused;
      const result = resultOf(traced.events);
      for (const line of result.lines) onLine?.(line);
      return result;
    },
  };
}
