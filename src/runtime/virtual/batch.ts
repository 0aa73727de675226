// Runs many programs in one process of a virtual engine: starting it costs more than most programs do. None finds what another left.
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import { readJson } from '../../json.ts';
import { streams } from '../../trace/recording.ts';
import type { RunRequest, RunResult } from '../engine.ts';
import { runProcess } from '../process/run.ts';
import type { Command } from '../process/run.ts';
import { stoppedSchema } from './stopped.ts';

const reportSchema = z.union([
  z.object({ file: z.string(), stopped: stoppedSchema }),
  z.object({
    file: z.string(),
    lines: z.array(z.object({ at: z.number().nonnegative(), stream: z.enum(streams), text: z.string() })),
    exit: z.number().int(),
    elapsed: z.number().nonnegative(),
  }),
]);

/** What a whole batch may print, in bytes. */
const outputLimit = 64 * 1024 * 1024;

/** ms for a whole batch where the caller gives none. */
const timeLimit = 60_000;

/** `file` of a request is each of the files; only what concerns the process as a whole can be asked for. */
export type BatchRequest = Pick<RunRequest, 'timeLimit' | 'signal'>;

/**
 * One result for each file, in their order, times in virtual ms; strands are not told apart. `command` takes the files as
 * arguments. A program that leaves behind what cannot be put back ends its process, and the next have another one. Rejects with a
 * CourseError if one of them does not come to its end.
 */
export async function runBatch(
  command: Command,
  files: readonly string[],
  request: BatchRequest = {},
): Promise<RunResult[]> {
  if (files.length === 0) return [];
  const whole = { ...command, args: [...command.args, ...files] };
  const result = await runProcess(whole, { file: files[0] ?? '', outputLimit, timeLimit, ...request });
  const { lines, stopped, exit } = result;
  const reports = lines
    .filter(({ stream }) => stream === 'stdout')
    .flatMap(({ text }) => readJson(reportSchema, text) ?? []);
  const next = files[reports.length];
  const isSpoilt = exit === 0 && reports.length > 0 && stopped === undefined;
  if (next !== undefined && !isSpoilt)
    throw endedEarly(next, stopped ?? lines.findLast(({ stream }) => stream === 'stderr')?.text);
  const results = reports.map((report) => {
    if ('stopped' in report) throw endedEarly(report.file, report.stopped.what);
    return resultOf(report);
  });
  return [...results, ...(await runBatch(command, files.slice(reports.length), request))];
}

function resultOf({
  lines,
  exit,
  elapsed,
}: Extract<z.infer<typeof reportSchema>, { readonly exit: number }>): RunResult {
  const strands = [{ id: 0, kind: 'main', name: 'main' }] as const;
  return { lines, strands, exit, signal: null, stopped: undefined, elapsed };
}

function endedEarly(file: string, reason = 'the process ended'): CourseError {
  return new CourseError({
    what: `${file} did not come to its end on the virtual clock: ${reason}`,
    fix: 'let the program neither end its process nor run without ever giving way',
  });
}
