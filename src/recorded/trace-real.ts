// Traces of a program that no virtual clock rules, from real runs: the plain one, and where the machine's scheduler decides
// what is printed, one of each further output that turned up under seeded pauses.
import type { Program, Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import { checkRun } from '../order/index.ts';
import { outputKey } from '../runtime/process/output-key.ts';
import { perturbedRuns } from '../runtime/real/perturb/run.ts';
import { traceProgram } from '../runtime/trace-program.ts';
import type { TraceProgramRequest } from '../runtime/trace-program.ts';
import type { Trace } from '../trace/events.ts';
import type { Failure } from '../trace/failure.ts';
import { mostRuns } from '../trace/stored.ts';
import type { StoredRun, StoredTraces } from '../trace/stored.ts';
import { asErrors } from './faults.ts';
import { outputOf } from './outputs.ts';
import { firstSeed, namesCause } from '../runtime/schedules/plan.ts';
import { storedEvents, storedTraces } from './stored-run.ts';
import { failingIndex, storedFailure } from './traces.ts';
import { contractOf } from './verdict.ts';

type Request = Pick<TraceProgramRequest, 'signal'>;

/** A seed only steers a real run: so many are made until one prints what the stored failing run printed. */
const mostTries = 50;

/** Throws a CourseError for a run that breaks the contract, and where no run fails as the stored one did. */
export async function traceReal(
  root: string,
  snippet: Snippet,
  program: Program,
  request: Request,
): Promise<StoredTraces> {
  const contract = contractOf(snippet, program.language);
  const run = async (pauses?: number): Promise<{ trace: Trace; stored: StoredRun }> => {
    const trace = await traceProgram(root, program, { ...request, ...(pauses !== undefined && { pauses }) });
    const how = pauses === undefined ? ({ cause: 'none' } as const) : ({ cause: 'threads', seed: pauses } as const);
    const stored = { ...how, schedules: 1, ...storedEvents(program, trace.events) };
    const [error] = asErrors(checkRun(contract, outputOf(stored)), snippet, program);
    if (error) throw error;
    return { trace, stored };
  };
  const { trace, stored: plain } = await run();
  const failure = storedFailure(snippet, program.language);
  const isWanted = failure?.seed !== undefined && failingIndex({ runs: [plain] }, failure) < 0;
  const others = isWanted ? [await failing(program, failure, failure.seed, run)] : [];
  const known = new Set([plain, ...others].map((one) => outputKey(outputOf(one))));
  const isFree = namesCause(contract, 'threads');
  for (let seed = firstSeed; isFree && seed < firstSeed + perturbedRuns && others.length < mostRuns - 1; seed++) {
    const { stored } = await run(seed);
    const key = outputKey(outputOf(stored));
    if (!known.has(key)) others.push(stored);
    known.add(key);
  }
  const runs = [plain, ...others.toSorted((a, b) => (a.seed ?? 0) - (b.seed ?? 0))];
  return storedTraces(snippet, trace, { explored: [], outputs: 0 }, runs);
}

async function failing(
  { path }: Program,
  failure: Failure,
  seed: number,
  run: (pauses: number) => Promise<{ stored: StoredRun }>,
): Promise<StoredRun> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { stored } = await run(seed);
    if (outputKey(outputOf(stored)) === outputKey(failure)) return stored;
  }
  throw new CourseError({
    what: `in ${mostTries} runs under the pauses of seed ${seed} it did not fail as it did before`,
    where: { file: path },
    fix: 'make the race wider: let it wait between what belongs together',
  });
}
