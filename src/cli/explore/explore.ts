// `course explore`: a snippet, or a program of the reader's own, under many schedules: how many outputs it has, which
// freedoms were seen how often each way, and the seed of the first schedule that breaks the contract.
import type { Batch, Explored } from '../../runtime/schedules/jobs.ts';
import { namesCause } from '../../runtime/schedules/plan.ts';
import type { ProofCause } from '../../runtime/causes.ts';
import { exploreBatches, isReal, stuckAfter } from '../../runtime/schedules/real.ts';
import type { AnyJob } from '../../runtime/schedules/real.ts';
import { judgeCause, repeats } from '../../check/proof/verdict.ts';
import type { CauseProof, JudgedCause } from '../../check/proof/verdict.ts';
import { contractOf } from '../../recorded/verdict.ts';
import { exitCodes } from '../../error.ts';
import type { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { flag, quoted } from '../shell/command.ts';
import type { Invocation } from '../shell/command.ts';
import { enoughOf, readExploring, batchesOf, typed, unshown } from './options.ts';
import type { Exploring } from './options.ts';
import type { CauseView, TwinView } from './twin-view.ts';
import { asData, show } from './view.ts';
import { exitCodeOf } from '../shell/report.ts';
import { findTarget } from '../shell/target.ts';
import type { Target } from '../shell/target.ts';
import { timeOf } from '../shell/limit-options.ts';

/** Of each real run. */
type Limits = NonNullable<AnyJob['real']>;

export async function command(invocation: Invocation): Promise<number> {
  const { root, args, options, json, terminal, signal } = invocation;
  const asked = readExploring(options);
  const only = languages.filter((language) => flag(options, language));
  const language = only.length === 1 ? only[0] : undefined;
  const target = await findTarget({ ...invocation, name: args[0] ?? '', language, order: undefined });
  const jobs = jobsOf(target, asked, { timeLimit: timeOf(options, stuckAfter) });
  const explored = await exploreBatches(root, jobs, { signal });
  if (signal.aborted) return 130;
  const views = jobs.map((job, index) => viewOf(job, explored[index]));
  if (json) terminal.write(`${JSON.stringify({ target: target.title, twins: views.map(asData) }, undefined, 2)}\n`);
  else
    show(terminal, views, {
      words: quoted(args[0] ?? ''),
      schedules: typed(invocation),
      outputs: flag(options, 'allOutputs'),
    });
  return codeOf(views);
}

function jobsOf({ jobs, snippet }: Target, asked: Exploring, real: Limits): AnyJob[] {
  const found = jobs.flatMap((program): AnyJob[] => {
    const contract = snippet && contractOf(snippet, program.language);
    const batches = batchesOf(program, contract, asked);
    if (batches.length === 0) return [];
    return [{ program, batches, real, ...(snippet && contract && { snippet, contract }) }];
  });
  if (found.length > 0) return found;
  throw unshown(asked.cause, jobs);
}

function viewOf(job: AnyJob, explored: Explored | undefined): TwinView {
  if (!explored || 'refused' in explored) {
    return explored?.failed
      ? { job, refused: undefined, causes: [], errors: [explored.refused] }
      : { job, refused: explored?.refused, causes: [], errors: [] };
  }
  const judged = job.batches.map((batch, index) => judgeBatch(job, batch, explored.batches[index] ?? []));
  return {
    job,
    refused: undefined,
    causes: judged.map(({ view }) => view),
    errors: judged.filter(({ all }) => !repeats(all, judged[0]?.all)).flatMap(({ errors }) => errors),
  };
}

function judgeBatch(
  job: AnyJob,
  batch: Batch<ProofCause>,
  outcomes: CauseProof['outcomes'],
): { view: CauseView; all: JudgedCause; errors: readonly CourseError[] } {
  const { snippet, contract } = job;
  const { cause, seeds } = batch;
  const enough = seeds >= enoughOf(cause);
  if (!snippet || !contract) {
    const proof = { cause, schedules: seeds, outcomes, freedoms: [] };
    const all = { proof, broken: [], errors: [] };
    return { view: { proof, broken: [], claimed: false, enough }, all, errors: [] };
  }
  const all = judgeCause({ ...job, snippet, contract }, batch, outcomes);
  const { proof, broken } = all;
  const claimed = claims({ ...job, contract }, cause);
  const counts = claimed && (broken.length > 0 || enough);
  return { view: { proof, broken, claimed, enough }, all, errors: counts ? all.errors : [] };
}

/** Time passes for every program, and what has threads is held to its contract under them; else the contract must name the cause. */
function claims({ program, contract }: Pick<Required<AnyJob>, 'program' | 'contract'>, cause: ProofCause): boolean {
  if (cause === 'none' || cause === 'cpu' || (cause === 'threads' && isReal(program))) return true;
  return namesCause(contract, cause);
}

/** 0 where all that could be explored holds; where nothing could, 3 if the machine lacks the engine, else 1. */
function codeOf(views: readonly TwinView[]): number {
  const errors = views.flatMap((view) => view.errors);
  if (errors.length > 0) return exitCodeOf(errors);
  const refused = views.flatMap((view) => view.refused ?? []);
  if (refused.some(({ kind }) => kind === 'missing')) return exitCodes.missing;
  return refused.length === views.length ? exitCodes.course : 0;
}
