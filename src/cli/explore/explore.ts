// `course explore`: a snippet, or a program of the reader's own, in every way in which it may go on: how many outputs it has, the
// smallest difference that makes each, which freedoms were seen how often each way, and whether the contract holds in all of it.
import type { Batch, Explored, Found, ProofJob } from '../../runtime/schedules/jobs.ts';
import { namesCause } from '../../runtime/schedules/plan.ts';
import { exploreAll } from '../../runtime/schedules/explore.ts';
import { realTimeLimit } from '../../runtime/schedules/real.ts';
import { judgeCause, repeats } from '../../check/proof/verdict.ts';
import type { JudgedCause } from '../../check/proof/verdict.ts';
import { exitCodes } from '../../error.ts';
import type { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { parseContract } from '../../order/index.ts';
import { flag, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { readExploring, batchesOf, typed, unshown } from './options.ts';
import type { Exploring } from './options.ts';
import type { CauseView, TwinView } from './twin-view.ts';
import { asData } from './data.ts';
import { show } from './view.ts';
import { exitCodeOf } from '../shell/report.ts';
import { withOwnNeeds } from '../shell/own-needs.ts';
import { findTarget } from '../shell/target.ts';
import type { Target } from '../shell/target.ts';
import { timeOf } from '../shell/limit-options.ts';

/** ms for all causes of one program, where the reader gives none. */
const usualTime = 5000;

export async function command(invocation: Invocation): Promise<number> {
  const { root, args, options, json, terminal, signal } = invocation;
  const asked = readExploring(options);
  const only = languages.filter((language) => flag(options, language));
  const language = only.length === 1 ? only[0] : undefined;
  const target = await findTarget({ ...invocation, name: args[0] ?? '', language, order: text(options, 'order') });
  const jobs = jobsOf(target, asked, options);
  const views: TwinView[] = [];
  for (const job of jobs) {
    if (signal.aborted && views.length > 0) break;
    const spending = { time: timeOf(options, usualTime) / job.batches.length };
    const [explored] = await exploreAll(root, [job], { signal, spending });
    views.push(viewOf(job, explored));
  }
  if (json) terminal.write(`${JSON.stringify({ target: target.title, twins: views.map(asData) }, undefined, 2)}\n`);
  else show(terminal, views, { words: args[0] ?? '', typed: typed(invocation), outputs: flag(options, 'allOutputs') });
  return signal.aborted ? 130 : codeOf(views);
}

function jobsOf({ jobs, snippet }: Target, asked: Exploring, options: Options): ProofJob[] {
  const found = jobs.map(withOwnNeeds).flatMap(({ contract: file, ...program }): ProofJob[] => {
    const contract = file && parseContract(file.text, { file: file.path, language: program.language });
    const batches = batchesOf(program, contract, asked);
    if (batches.length === 0) return [];
    const real = { timeLimit: timeOf(options, realTimeLimit(contract)) };
    return [{ program, batches, real, ...(snippet && { snippet }), ...(contract && { contract }) }];
  });
  if (found.length > 0) return found;
  throw unshown(asked.cause, jobs);
}

function viewOf(job: ProofJob, explored: Explored | undefined): TwinView {
  if (!explored || 'refused' in explored) {
    return explored?.failed
      ? { job, refused: undefined, causes: [], errors: [explored.refused] }
      : { job, refused: explored?.refused, causes: [], errors: [] };
  }
  const judged = job.batches.flatMap((batch, index) => {
    const found = explored.batches[index];
    return found ? [judgeBatch(job, batch, found)] : [];
  });
  return {
    job,
    refused: undefined,
    causes: judged.map(({ view }) => view),
    errors: judged.filter(({ all }) => !repeats(all, judged[0]?.all)).flatMap(({ errors }) => errors),
  };
}

function judgeBatch(
  job: ProofJob,
  batch: Batch,
  found: Found,
): { readonly view: CauseView; readonly all: JudgedCause; readonly errors: readonly CourseError[] } {
  const { contract } = job;
  if (!contract) {
    const proof = { cause: batch.cause, ...found, freedoms: [] };
    return { view: { proof, broken: [], isClaimed: false }, all: { proof, broken: [], errors: [] }, errors: [] };
  }
  const all = judgeCause({ ...job, contract }, batch, found);
  const isClaimed = isAlwaysClaimed(batch) || namesCause(contract, batch.cause);
  return { view: { proof: all.proof, broken: all.broken, isClaimed }, all, errors: isClaimed ? all.errors : [] };
}

/** Time passes for every program, and what has threads is held to its contract under them; else the contract must name the cause. */
function isAlwaysClaimed({ cause }: Batch): boolean {
  return cause === 'none' || cause === 'cpu' || cause === 'threads';
}

/** 0 where all that could be explored holds; where nothing could, 3 if the machine lacks the engine, else 1. */
function codeOf(views: readonly TwinView[]): number {
  const errors = views.flatMap((view) => view.errors);
  if (errors.length > 0) return exitCodeOf(errors);
  const refused = views.flatMap((view) => view.refused ?? []);
  if (refused.some(({ kind }) => kind === 'missing')) return exitCodes.missing;
  return refused.length === views.length ? exitCodes.course : 0;
}
