// Traces Python programs: what happened in a run on the virtual clock of the machine's CPython, step by step.
import { dirname } from 'node:path';
import { z } from 'zod';
import { shown } from '../../course/files.ts';
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { readJson } from '../../json.ts';
import type { Need } from '../../languages.ts';
import { traceEventSchema, traceVersion } from '../../trace/events.ts';
import type { Trace } from '../../trace/events.ts';
import { streams } from '../../trace/recording.ts';
import type { Stream } from '../../trace/recording.ts';
import { locateCpython } from '../cpython/cpython.ts';
import { runProcess } from '../process/run.ts';
import type { BatchRequest } from './batch.ts';
import { virtualCommand } from './cpython.ts';
import { placeOf, stoppedSchema } from './stopped.ts';
import type { Stopped } from './stopped.ts';

export interface TracedPython extends Trace {
  /** Lines without their line ends. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** 13 where nothing could wake the program any more, 124 where a limit ended it. */
  readonly exit: number;
  /** Virtual ms. */
  readonly elapsed: number;
}

export interface TraceProgram {
  /** Absolute path. */
  readonly file: string;
  /** What it asks for in its first comment; only `gevent` makes a difference. */
  readonly needs: readonly Need[];
}

const reportSchema = z.union([
  z.object({ stopped: stoppedSchema }),
  z.object({
    lines: z.array(z.object({ stream: z.enum(streams), text: z.string() })),
    exit: z.number().int(),
    elapsed: z.number().nonnegative(),
    events: z.array(traceEventSchema),
  }),
]);
type Report = Exclude<z.infer<typeof reportSchema>, { readonly stopped: Stopped }>;

const script = 'trace.py';

/** Bytes of all reports of a call together. */
const outputLimit = 256 * 1024 * 1024;

/** ms for all programs of a call where it gives none. */
const timeLimit = 60_000;

/** The trace of one program. Errors as traceAllPython. */
export async function tracePython(
  root: string,
  program: TraceProgram,
  request: BatchRequest = {},
): Promise<TracedPython> {
  const [trace] = await traceAllPython(root, [program], request);
  if (!trace) throw new TypeError('traceAllPython gave no trace for a program');
  return trace;
}

/**
 * One trace for each program, in their order, from one process. Throws a CourseError: `missing` without a CPython,
 * `course` where a program is refused, ends its process or could not be stopped at a limit.
 */
export async function traceAllPython(
  root: string,
  programs: readonly TraceProgram[],
  request: BatchRequest = {},
): Promise<TracedPython[]> {
  const all = await tracedOrStopped(root, programs, request);
  return all.map((traced, index) => {
    if ('version' in traced) return traced;
    const file = programs[index]?.file ?? root;
    throw cutShort(placeOf({ file, path: shown(root, file) }, traced), traced.what);
  });
}

async function tracedOrStopped(
  root: string,
  programs: readonly TraceProgram[],
  request: BatchRequest,
): Promise<(TracedPython | Stopped)[]> {
  const [first] = programs;
  if (!first) return [];
  const needsGevent = programs.some(({ needs }) => needs.includes('gevent'));
  const { engine, executable } = await locateCpython(root, needsGevent ? ['gevent'] : []);
  const args = programs.map(({ file }) => file);
  const command = virtualCommand(executable, script, args, dirname(first.file));
  const { lines, stopped } = await runProcess(command, { file: first.file, outputLimit, timeLimit, ...request });
  const reports = lines
    .filter(({ stream }) => stream === 'stdout')
    .flatMap(({ text }) => readJson(reportSchema, text) ?? []);
  const cut = programs[reports.length];
  const said = stopped ?? lines.findLast(({ stream }) => stream === 'stderr')?.text;
  if (cut) throw cutShort({ file: shown(root, cut.file) }, said);
  return reports.map((report) => ('stopped' in report ? report.stopped : asTrace(report, engine.version)));
}

function asTrace({ lines, ...report }: Report, version: string): TracedPython {
  return {
    version: traceVersion,
    language: 'py',
    engine: `cpython ${version}`,
    ...report,
    stdout: texts(lines, 'stdout'),
    stderr: texts(lines, 'stderr'),
  };
}

function texts(lines: Report['lines'], wanted: Stream): string[] {
  return lines.filter(({ stream }) => stream === wanted).map(({ text }) => text);
}

function cutShort(where: Place, reason = 'the process ended'): CourseError {
  return new CourseError({
    what: `${where.file} could not be traced: ${reason}`,
    where,
    fix: 'let the program neither end its process nor run without ever giving way',
  });
}
