// The trace of a run by turns: what each strand did under a schedule, on virtual time, with every line and each decision that was
// not the usual one. Its events are those of a real run, made by the same recorder.
import { CourseError } from '../../error.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { traceVersion } from '../../trace/events.ts';
import type { Trace, TraceEvent } from '../../trace/events.ts';
import { locateCpython } from '../cpython/cpython.ts';
import { eventsOf } from '../real/record/events.ts';
import { withoutIdleWaits } from '../real/record/waits.ts';
import { CannotRun } from '../schedules/scheduled-program.ts';
import { limitExit } from '../exit-codes.ts';
import type { ProgramToTrace, TraceOn } from '../trace-on.ts';
import type { ThreadOutcome } from './answers.ts';
import { ThreadProgram, threadModelOf } from './threads.ts';
import type { ThreadModel } from './threads.ts';

interface TurnsToTrace {
  readonly model: ThreadModel;
  readonly schedule: Schedule;
  readonly signal?: AbortSignal;
}

/** As an engine offers it. */
export const traceOnTurns: TraceOn = (root, program, { model, ...request }) =>
  traceTurns(root, program, { model: threadModelOf(model), ...request });

/**
 * The trace of the run under this schedule, or the words of the engine where it cannot run such a program. Throws a CourseError:
 * for what is the program's fault, and (`misuse`) where the schedule does not fit it.
 */
export async function traceTurns(
  root: string,
  program: ProgramToTrace,
  { model, schedule, signal }: TurnsToTrace,
): Promise<Trace | { readonly refused: CourseError }> {
  const { engine } = await locateCpython(root, []);
  const started = await ThreadProgram.start(root, program, { model, traced: true, ...(signal && { signal }) });
  try {
    const [run] = await started.run([schedule]);
    if (!run) throw interrupted(program);
    const events = allEvents(run.outcome);
    return { version: traceVersion, language: 'py', engine: `cpython ${engine.version}`, events };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    if (error.reason === 'failed') throw error.error;
    return { refused: error.error };
  } finally {
    await started.stop();
  }
}

/** Times in µs become ms. */
function allEvents({ records = [], exit, lines, waiting }: ThreadOutcome): TraceEvent[] {
  const events = eventsOf(withoutIdleWaits(records.map((record) => ({ ...record, at: record.at / 1000 }))));
  const at = events.at(-1)?.at ?? 0;
  const wait = events.findLast((event) => event.kind === 'suspend' && event.strand === 0);
  const line = wait?.kind === 'suspend' ? wait.line : 0;
  const how = exit === 0 ? 'return' : 'throw';
  const end: TraceEvent[] =
    waiting !== undefined
      ? [{ kind: 'unsettled', at, line }]
      : exit === limitExit
        ? [{ kind: 'stop', at, text: lines.at(-1)?.text ?? '' }]
        : [{ kind: 'settle', at, strand: 0, how }];
  return [...events, ...end, { kind: 'exit', at, code: exit }];
}

function interrupted({ path }: ProgramToTrace): CourseError {
  return new CourseError({ what: `${path} was interrupted before its end`, fix: 'let it run to its end' });
}
