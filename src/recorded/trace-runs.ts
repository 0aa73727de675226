// Makes the stored traces of one twin: explores what its contract requires, and traces a run of each distinct output.
import type { Program, Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import type { Language } from '../languages.ts';
import { outputKey } from '../runtime/process/output-key.ts';
import type { ProofCause } from '../runtime/causes.ts';
import { unitsPerMsOf } from '../runtime/engines.ts';
import { distanceOf } from '../runtime/outcome.ts';
import type { Outcome } from '../runtime/outcome.ts';
import { traceProgram } from '../runtime/trace-program.ts';
import type { Contract } from '../order/index.ts';
import type { Trace } from '../trace/events.ts';
import { mostRuns } from '../trace/stored.ts';
import type { StoredExplored, StoredRun, StoredTraces } from '../trace/stored.ts';
import { outputOf } from './outputs.ts';
import { exploreAll } from '../runtime/schedules/explore.ts';
import type { Batch, ExploreRequest, Found } from '../runtime/schedules/jobs.ts';
import { leastMs } from '../runtime/schedules/margin.ts';
import { requiredBatches } from '../runtime/schedules/plan.ts';
import { replayOf } from '../runtime/schedules/token-of.ts';
import { storedDepartures, storedEvents, storedOutput, storedTraces } from './stored-run.ts';
import { storedFailure } from './traces.ts';
import { violations } from './violations.ts';
import { traceReal } from './trace-real.ts';
import { contractOf } from './verdict.ts';

/** A run to trace: what it printed when it was explored, by which schedule. */
interface Chosen {
  readonly cause: ProofCause;
  readonly token: string;
  readonly schedules: number;
  readonly outcome: Outcome;
}

/**
 * Explores and traces one twin. Throws a CourseError for a contract that cannot be read, for what no engine can trace, and
 * for a trace that is cut short or did not print what its schedule prints.
 */
export async function makeTraces(
  root: string,
  snippet: Snippet,
  language: Language,
  { signal }: ExploreRequest = {},
): Promise<StoredTraces> {
  const program = snippet.programs[language];
  const contract = contractOf(snippet, language);
  const batches = requiredBatches(program, contract);
  const request = signal ? { signal } : {};
  if (batches.length === 0) return traceReal(root, snippet, program, request);
  const [explored] = await exploreAll(root, [{ program, batches }], request);
  if (!explored || 'refused' in explored) {
    if (explored && (signal?.aborted || explored.failed || explored.refused.kind === 'missing')) throw explored.refused;
    return traceReal(root, snippet, program, request);
  }
  const found = distinct(program, batches, explored.batches);
  const runs: StoredRun[] = [];
  let first: Trace | undefined;
  const failing = storedFailure(snippet, language);
  for (const chosen of choose(found, failing, isWanted(contract, failing))) {
    const trace = await traceProgram(root, program, { ...request, replay: replayOf(program, chosen.token) });
    const run = runOf(program, chosen, trace);
    if (run === undefined) throw otherOutput(program, chosen, trace);
    first ??= trace;
    runs.push(run);
  }
  if (!first) throw new TypeError('the usual run gave no output');
  const counts = exploredCounts(program, contract, batches, explored.batches);
  return storedTraces(snippet, first, { explored: counts, outputs: found.length }, runs);
}

/** What is stored of an exploration. */
function exploredCounts(
  program: Program,
  contract: Contract,
  batches: readonly Batch[],
  found: readonly Found[],
): StoredExplored[] {
  const unitsPerMs = unitsPerMsOf(program);
  return batches.flatMap(({ cause }, index): StoredExplored[] => {
    const { outcomes = [], coverage } = found[index] ?? {};
    if (!coverage) return [];
    const broken = violations(contract, cause, outcomes).map(({ outcome }) => outcome);
    const margin = leastMs(broken, unitsPerMs);
    return [{ cause, outputs: outcomes.length, coverage, ...(margin !== undefined && { margin }) }];
  });
}

/** One run for each output, by the schedule that is nearest to the usual one: causes in the order of the batches. */
function distinct(program: Program, batches: readonly Batch[], explored: readonly Found[]): Chosen[] {
  const found = new Map<string, Chosen>();
  for (const [index, { cause }] of batches.entries()) {
    for (const printed of explored[index]?.outcomes ?? []) {
      if (printed.origin.kind === 'real') continue;
      const outcome = storedOutput(program, printed);
      const key = outputKey(outcome);
      const known = found.get(key) ?? { cause, token: printed.origin.token, schedules: 0, outcome };
      found.set(key, { ...known, schedules: known.schedules + outcome.count });
    }
  }
  return [...found.values()];
}

type Failing = ReturnType<typeof storedFailure>;

/** The runs that a page speaks of: the failing one, and those that break what the contract says under an assumption. */
function isWanted(contract: Contract, failing: Failing): (one: Chosen) => boolean {
  const key = failing && outputKey(failing);
  return ({ cause, outcome }) => outputKey(outcome) === key || violations(contract, cause, [outcome]).length > 0;
}

/** The usual run, those that a page speaks of, then the others; those that are nearest to the usual run first. */
function choose([plain, ...others]: readonly Chosen[], failing: Failing, wanted: (one: Chosen) => boolean): Chosen[] {
  const key = failing && outputKey(failing);
  const replayed = others.map((one) =>
    failing?.token !== undefined && outputKey(one.outcome) === key
      ? { ...one, cause: failing.cause, token: failing.token }
      : one,
  );
  const byDistance = replayed.toSorted((a, b) => distanceOf(a.outcome) - distanceOf(b.outcome));
  const kept = new Set([...byDistance.filter(wanted), ...byDistance].slice(0, mostRuns - 1));
  return [...(plain ? [plain] : []), ...byDistance.filter((one) => kept.has(one))];
}

/** undefined where the trace did not print what the schedule prints: a thread may be watched at places where it does not switch. */
function runOf(program: Program, { outcome, ...schedule }: Chosen, { events }: Trace): StoredRun | undefined {
  const run = { ...schedule, ...storedDepartures(program, outcome), ...storedEvents(program, events) };
  return outputKey(outputOf(run)) === outputKey(outcome) ? run : undefined;
}

/** A trace holds more than its run: it may come to a limit of the engine where the run has not. */
function otherOutput(program: Program, { token }: Chosen, { events }: Trace): CourseError {
  const stop = events.find(({ kind }) => kind === 'stop');
  if (stop?.kind === 'stop') {
    return new CourseError({
      what: `the trace of schedule ${token} is cut short: ${stop.text}`,
      where: { file: program.path },
      fix: 'let the program do less, with shorter loops: each step of it is an event',
    });
  }
  return new CourseError({
    what: `the trace of schedule ${token} did not print what this schedule prints`,
    where: { file: program.path },
    fix: 'let what it prints depend on nothing but the schedule',
  });
}
