// The trace of a Python program under a schedule, on the virtual clock of CPython: what happened, step by step, and where the run
// left the usual way.
import { dirname } from 'node:path';
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { readJson } from '../../json.ts';
import { traceEventSchema, traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { Model } from '../models.ts';
import { runProcess } from '../process/run.ts';
import { misfitError, misfitSchema } from '../schedules/misfit.ts';
import { cannotRunPython } from '../schedules/stopped-python.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { virtualCommand } from './cpython.ts';
import { stoppedSchema } from './stopped.ts';

interface ScheduleToTrace {
  /** One of those of the virtual clock: not `gil`, not `any`. */
  readonly model: Model;
  readonly schedule: Schedule;
  readonly signal?: AbortSignal;
}

const reportSchema = z.union([
  z.object({ stopped: stoppedSchema }),
  z.object({ misfit: misfitSchema }),
  z.object({ events: z.array(traceEventSchema) }),
]);

/** Bytes of the report. */
const outputLimit = 256 * 1024 * 1024;

/** ms of the machine's clock. */
const timeLimit = 60_000;

/**
 * The trace, or in the engine's words why it cannot run such a program. Throws a CourseError: `course` for what is the program's
 * fault, `misuse` for a schedule that does not fit the run, `missing` without a CPython.
 */
export async function traceCpython(
  root: string,
  program: ProgramToTrace,
  { model, schedule, signal }: ScheduleToTrace,
): Promise<Trace | { readonly refused: CourseError }> {
  const { engine, executable } = await locateCpython(root, program.needs.includes('gevent') ? ['gevent'] : []);
  const args = [model, JSON.stringify(schedule), program.file];
  const command = virtualCommand(executable, 'trace_schedule.py', args, dirname(program.file));
  const request = { file: program.file, outputLimit, timeLimit, ...(signal && { signal }) };
  const { lines, stopped } = await runProcess(command, request);
  const [report] = lines.flatMap(({ stream, text }) =>
    stream === 'stdout' ? (readJson(reportSchema, text) ?? []) : [],
  );
  if (report && 'events' in report) {
    return { version: traceVersion, language: 'py', engine: `cpython ${engine.version}`, events: report.events };
  }
  if (report && 'misfit' in report) throw misfitError(schedule.deviations, report.misfit);
  const said = stopped ?? lines.findLast(({ stream }) => stream === 'stderr')?.text ?? 'the process ended';
  const { reason, error } = cannotRunPython(
    program,
    report ? report.stopped : { why: 'died', what: said },
    'on virtual time',
  );
  if (reason === 'failed') throw error;
  return {
    refused: new CourseError({ what: error.what, fix: 'take a real run', ...(error.where && { where: error.where }) }),
  };
}
