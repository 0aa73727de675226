// Runs Python programs under many legal schedules: on the virtual clock of one CPython, which keeps the compiled code
// from run to run and tells each distinct output once.
import { dirname } from 'node:path';
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import { readJson } from '../../json.ts';
import type { Need } from '../../languages.ts';
import type { VirtualCause } from '../causes.ts';
import { outcomeSchema } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { locateCpython } from '../cpython/cpython.ts';
import { runProcess } from '../process/run.ts';
import type { BatchRequest } from './batch.ts';
import { virtualCommand } from './cpython.ts';

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

const reportSchema = outcomeSchema.extend({ job: z.number().int().nonnegative() });

/** Bytes of all distinct outputs together. */
const outputLimit = 256 * 1024 * 1024;

/** ms for all explorations of a call where it gives none. */
const timeLimit = 120_000;

/** The distinct outputs of `file`, in the order in which they were first seen. Errors as exploreAllPython. */
export async function explorePython(
  root: string,
  file: string,
  schedules: Schedules,
  request: BatchRequest = {},
): Promise<Outcome[]> {
  const [outcomes = []] = await exploreAllPython(root, [{ file, ...schedules }], request);
  return outcomes;
}

/**
 * Explores several programs, or causes, in one process; one list of distinct outputs for each, in their order.
 * Throws a CourseError: `missing` without a CPython, `course` where a program ends the process or runs without end.
 */
export async function exploreAllPython(
  root: string,
  explorations: readonly Exploration[],
  request: BatchRequest = {},
): Promise<Outcome[][]> {
  const found: Outcome[][] = explorations.map(() => []);
  if (explorations.length === 0) return found;
  const needsGevent = explorations.some(({ needs }) => needs?.includes('gevent'));
  const { executable } = await locateCpython(root, needsGevent ? ['gevent'] : []);
  const args = explorations.flatMap(({ cause, seed, seeds, file }) => [cause, String(seed), String(seeds), file]);
  const file = explorations[0]?.file ?? root;
  const command = virtualCommand(executable, 'explore.py', args, dirname(file));
  const { lines, stopped } = await runProcess(command, { file, outputLimit, timeLimit, ...request });
  for (const { stream, text } of lines) {
    const report = stream === 'stdout' ? readJson(reportSchema, text) : undefined;
    if (report === undefined) continue;
    const { job, ...outcome } = report;
    found[job]?.push(outcome);
  }
  const cut = explorations.find(({ seeds }, job) => total(found[job] ?? []) !== seeds);
  if (cut) throw cutShort(cut, stopped ?? lines.findLast(({ stream }) => stream === 'stderr')?.text);
  return found;
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
