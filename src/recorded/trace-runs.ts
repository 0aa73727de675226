// Makes the stored traces of one twin: explores what its contract requires, and traces a run of each distinct output.
import type { Program, Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import type { Language } from '../languages.ts';
import { outputKey } from '../runtime/process/output-key.ts';
import type { VirtualCause } from '../runtime/causes.ts';
import type { Outcome } from '../runtime/outcome.ts';
import { traceProgram } from '../runtime/trace-program.ts';
import type { Trace } from '../trace/events.ts';
import { mostRuns } from '../trace/stored.ts';
import type { StoredRun, StoredTraces } from '../trace/stored.ts';
import { outputOf } from './outputs.ts';
import { exploreAll } from '../runtime/schedules/explore.ts';
import type { Batch, ExploreRequest } from '../runtime/schedules/jobs.ts';
import { requiredBatches } from '../runtime/schedules/plan.ts';
import { storedEvents, storedOutput, storedTraces } from './stored-run.ts';
import { storedFailure } from './traces.ts';
import { traceReal } from './trace-real.ts';
import { contractOf } from './verdict.ts';

/** A run to trace: the schedule, and what it printed when it was explored. */
interface Chosen extends Pick<StoredRun, 'seed' | 'schedules'> {
  readonly cause: VirtualCause;
  readonly outcome: Outcome;
}

/**
 * Explores and traces one twin. Throws a CourseError for a contract that cannot be read, for what no engine can trace, and
 * for a trace that did not print what its schedule prints.
 */
export async function makeTraces(
  root: string,
  snippet: Snippet,
  language: Language,
  { signal }: ExploreRequest = {},
): Promise<StoredTraces> {
  const program = snippet.programs[language];
  const batches = requiredBatches(contractOf(snippet, language));
  const [explored] = await exploreAll(root, [{ program, batches }], { signal });
  const request = signal ? { signal } : {};
  if (!explored || 'refused' in explored) {
    if (explored && (signal?.aborted || explored.failed || explored.refused.kind === 'missing')) throw explored.refused;
    return traceReal(root, snippet, program, request);
  }
  const found = distinct(program, batches, explored.batches);
  const runs: StoredRun[] = [];
  let first: Trace | undefined;
  for (const chosen of choose(found, storedFailure(snippet, language))) {
    const trace = await traceProgram(root, program, { ...request, cause: chosen.cause, seed: chosen.seed });
    first ??= trace;
    runs.push(runOf(program, chosen, trace));
  }
  if (!first) throw new TypeError('the plain run gave no output');
  const counts = batches.map(({ cause, seeds }, index) => {
    return { cause, schedules: seeds, outputs: explored.batches[index]?.length ?? 0 };
  });
  return storedTraces(snippet, first, { explored: counts, outputs: found.length }, runs);
}

/** One run for each output, with the first schedule that gave it: causes in the order of the shares. */
function distinct(program: Program, batches: readonly Batch[], explored: readonly (readonly Outcome[])[]): Chosen[] {
  const found = new Map<string, Chosen>();
  for (const [index, { cause }] of batches.entries()) {
    for (const printed of explored[index] ?? []) {
      const outcome = storedOutput(program, printed);
      const key = outputKey(outcome);
      const known = found.get(key) ?? { cause, seed: outcome.firstSeed, schedules: 0, outcome };
      found.set(key, { ...known, schedules: known.schedules + outcome.count });
    }
  }
  return [...found.values()];
}

type Failing = ReturnType<typeof storedFailure>;

/** The plain run, the failing one, then those with the shortest seeds. */
function choose([plain, ...others]: readonly Chosen[], failing: Failing): Chosen[] {
  const key = failing && outputKey(failing);
  const bad = (one: Chosen) => outputKey(one.outcome) === key;
  // a seed of real runs replays none
  const renamed = (one: Chosen) =>
    failing && failing.cause !== 'threads' && bad(one) ? { ...one, cause: failing.cause, seed: failing.seed } : one;
  const bySeed = others.map(renamed).toSorted((a, b) => a.seed - b.seed);
  const kept = new Set([...bySeed.filter(bad), ...bySeed].slice(0, mostRuns - 1));
  return [...(plain ? [plain] : []), ...bySeed.filter((one) => kept.has(one))];
}

function runOf(program: Program, { outcome, ...schedule }: Chosen, { events }: Trace): StoredRun {
  const run = { ...schedule, ...storedEvents(program, events) };
  if (outputKey(outputOf(run)) === outputKey(outcome)) return run;
  throw new CourseError({
    what: `the trace of seed ${schedule.seed} of ${schedule.cause} did not print what this schedule prints`,
    where: { file: program.path },
    fix: 'let what it prints depend on nothing but the schedule',
  });
}
