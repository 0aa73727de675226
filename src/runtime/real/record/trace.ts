// The trace of one real run, on the machine's clock: threads, processes, Workers, files and timers as they came that time.
// Another run may differ. A recorder that fails leaves a trace with the printed lines alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CourseError } from '../../../error.ts';
import { traceVersion } from '../../../trace/events.ts';
import type { Trace, TraceEvent } from '../../../trace/events.ts';
import type { Line } from '../../../trace/recording.ts';
import type { RunnableProgram, RunRequest } from '../../engine.ts';
import { timedOut } from '../perturb/outcomes.ts';
import { runProcess } from '../../process/run.ts';
import type { ProcessResult } from '../../process/run.ts';
import { liveCommand } from './command.ts';
import { eventsOf } from './events.ts';
import { merged } from './merge.ts';
import { readStreams } from './records.ts';

export interface LiveRequest extends Pick<RunRequest, 'signal' | 'timeLimit' | 'outputLimit'> {
  /** A seed: the run has the pauses that are drawn from it, as `course explore --real` has. None if absent. */
  readonly pauses?: number;
}

/**
 * Runs the program once, as a reader does, and says what happened, times in ms since its start. Its printed lines are those
 * of the run, in the order in which they came. A program that a limit ends has a `stop` event, and the exit code 124.
 * Throws a CourseError: `missing` without an engine for the program, `course` where the run was interrupted.
 */
export async function traceLive(
  root: string,
  program: RunnableProgram,
  { pauses, ...request }: LiveRequest = {},
): Promise<Trace> {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  try {
    const { engine, command } = await liveCommand(root, program, { folder, pauses });
    const started = Number(process.hrtime.bigint() / 1000n);
    const result = await runProcess(command, { file: program.file, ...request });
    if (result.stopped === 'interrupt') throw interrupted(program);
    const events = eventsOf(merged(readStreams(folder), withoutOurFrames(result.lines), started));
    return {
      version: traceVersion,
      language: program.language,
      engine,
      events: [...events, ...ending(events, result)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Python shows of an error on its way through our watching functions was not printed by the program. */
function withoutOurFrames(lines: readonly Line[]): Line[] {
  let inOurs = false;
  return lines.filter(({ stream, text }) => {
    if (stream !== 'stderr') return true;
    inOurs = / File ".*_interleave[\\/]/.test(text) || (inOurs && text.startsWith('    '));
    return !inOurs;
  });
}

function ending(events: readonly TraceEvent[], { stopped, exit, signal }: ProcessResult): TraceEvent[] {
  const at = events.at(-1)?.at ?? 0;
  const ended = events.some((event) => event.kind === 'settle' && event.strand === 0);
  const code = stopped ? timedOut : (exit ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  return [
    ...(stopped ? [{ kind: 'stop', at, text: stopped } as const] : []),
    ...(ended
      ? []
      : [{ kind: 'settle', at, strand: 0, how: stopped ? 'cancel' : code === 0 ? 'return' : 'throw' } as const]),
    { kind: 'exit', at, code },
  ];
}

function interrupted({ path }: RunnableProgram): CourseError {
  return new CourseError({
    what: `${path} was interrupted before its end`,
    fix: 'let it run to its end, or give it a shorter time limit',
  });
}
