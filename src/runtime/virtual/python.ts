// Runs Python programs under many legal schedules, on the virtual clock: one CPython forks itself for each schedule, and tells
// each distinct output once.
import { dirname } from 'node:path';
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import { readJson } from '../../json.ts';
import type { Need } from '../../languages.ts';
import { locateCpython } from '../cpython/cpython.ts';
import { runProcess } from '../process/run.ts';
import type { BatchRequest } from './batch.ts';
import { virtualCommand } from './cpython.ts';
import { stoppedSchema } from './stopped.ts';
import type { Stopped } from './stopped.ts';

/** The causes of a random schedule; `none` is the plain virtual run. */
export type VirtualCause = 'none' | 'cpu' | 'latency' | 'ties';

const outcomeSchema = z.object({
  stdout: z.array(z.string()),
  stderr: z.array(z.string()),
  exit: z.number().int(),
  elapsed: z.number().nonnegative(),
  /** In how many of the schedules. */
  count: z.number().int().positive(),
  /** The first seed that gives it. */
  firstSeed: z.number().int(),
});
/** One of the outputs that the schedules of a cause gave. */
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

export interface Schedules {
  readonly cause: VirtualCause;
  /** How many schedules. */
  readonly seeds: number;
  /** The seed of the first; the others follow by one. The same seed gives the same schedule. */
  readonly seed: number;
  /** What the program asks for in its first comment; only `gevent` makes a difference. */
  readonly needs?: readonly Need[];
}

export interface Exploration extends Schedules {
  /** Absolute path of the program. */
  readonly file: string;
}

const reportSchema = z.union([
  outcomeSchema.extend({ job: z.number().int().nonnegative() }),
  z.object({ job: z.number().int().nonnegative(), stopped: stoppedSchema }),
]);

/** What the schedules of a program gave, and, where not all of them were run, why. */
export interface ExploredPython {
  readonly outcomes: readonly Outcome[];
  readonly stopped?: Stopped;
}

/** Bytes of all distinct outputs together. */
const outputLimit = 256 * 1024 * 1024;

/** ms for all explorations of a call where it gives none; each schedule has a limit of its own. */
const timeLimit = 120_000;

/**
 * The distinct outputs of `file`, in the order in which they were first seen. Errors as exploreAllPython, and a CourseError
 * (`course`) where the program was refused, does not come to its end or ends its process.
 */
export async function explorePython(
  root: string,
  file: string,
  schedules: Schedules,
  request: BatchRequest = {},
): Promise<Outcome[]> {
  const [found] = await exploreAllPython(root, [{ file, ...schedules }], request);
  if (!found) throw new TypeError('exploreAllPython gave no answer for an exploration');
  const { outcomes, stopped } = found;
  if (stopped && outcomes.length === 0) throw cutShort({ file, ...schedules }, stopped.what);
  return [...outcomes];
}

/**
 * Explores several programs, or causes, from one process; one answer for each, in their order. A program is run under no
 * further schedules once one of them was stopped. Throws a CourseError: `missing` without a CPython, `course` where the
 * process itself ended early.
 */
export async function exploreAllPython(
  root: string,
  explorations: readonly Exploration[],
  request: BatchRequest = {},
): Promise<ExploredPython[]> {
  if (explorations.length === 0) return [];
  const needsGevent = explorations.some(({ needs }) => needs?.includes('gevent'));
  const { executable } = await locateCpython(root, needsGevent ? ['gevent'] : []);
  const args = explorations.flatMap(({ cause, seed, seeds, file }) => [cause, String(seed), String(seeds), file]);
  const file = explorations[0]?.file ?? root;
  const command = virtualCommand(executable, 'explore.py', args, dirname(file));
  const { lines, stopped } = await runProcess(command, { file, outputLimit, timeLimit, ...request });
  const reports = lines.flatMap(({ stream, text }) =>
    stream === 'stdout' ? (readJson(reportSchema, text) ?? []) : [],
  );
  const found = explorations.map((_, job) => answerOf(reports.filter((report) => report.job === job)));
  const cut = explorations.find((one, job) => !isWhole(one, found[job]));
  if (cut) throw cutShort(cut, stopped ?? lines.findLast(({ stream }) => stream === 'stderr')?.text);
  return found;
}

function answerOf(reports: readonly z.infer<typeof reportSchema>[]): ExploredPython {
  const outcomes = reports.flatMap((report) => ('stopped' in report ? [] : outcomeSchema.parse(report)));
  const stop = reports.find((report) => 'stopped' in report);
  return { outcomes, ...(stop && { stopped: stop.stopped }) };
}

function isWhole({ seeds }: Exploration, found: ExploredPython | undefined): boolean {
  return found !== undefined && (found.stopped !== undefined || total(found.outcomes) === seeds);
}

function total(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { count }) => sum + count, 0);
}

function cutShort({ file, cause, seeds }: Exploration, reason = 'the process ended'): CourseError {
  return new CourseError({
    what: `${file} could not be run under ${seeds} schedules of ${cause}: ${reason}`,
    fix: 'let the program neither end its process nor run without ever giving way',
  });
}
