// What a reader calls the jobs of a trace: what they do, with strands and promises by their names.
import * as words from './catalogue/words.ts';
import type { PromiseNames } from './promises.ts';
import type { TraceEvent } from '../events.ts';
import type { Job, JobKind, JobOf } from '../jobs.ts';
import type { JobState } from '../replay/state.ts';

interface KnownNames extends PromiseNames {
  readonly strand: (strand: number) => string;
}

/** `by`: the strand that asked for the job. */
type Sentences = { readonly [K in JobKind]: (what: JobOf<K>, names: KnownNames, by: number | undefined) => string };

const jobs = words.jobs;
const { ofLine } = words.names;

const sentences: Sentences = {
  start: ({ strand }, names) => jobs.start(names.strand(strand)),
  resume: ({ strand, line = 0 }, names) => jobs.resume(names.strand(strand), line),
  callback: ({ of, name, line = 0 }) => ofLine(name ?? jobs.callback[of], line),
  call: ({ name }) => jobs.call(name),
  reaction: ({ how, line = 0 }) => ofLine(jobs.reaction[how], line),
  adopt: ({ step, promise, adopts }, names) => jobs.adopt[step](...twoPromises(step, promise, adopts, names)),
  combine: ({ does, call, line = 0 }) => ofLine(jobs.combine[does](call), line),
  answer: ({ strand }, names) => jobs.answer(names.strand(strand)),
  engine: ({ does, line = 0 }, names, by) => {
    const isForOne = by !== undefined && (does === 'sleep' || does === 'time limit');
    return isForOne ? jobs.engineFor(jobs.engine[does], names.strand(by)) : ofLine(jobs.engine[does], line);
  },
};

/** The words for each job, by its number. */
export function jobNames(events: readonly TraceEvent[], names: KnownNames): (job: number) => string {
  const enqueued = new Map(events.flatMap((event) => (event.kind === 'enqueue' ? [[event.job, event]] : [])));
  return (job) => {
    const event = enqueued.get(job);
    if (!event) return jobs.unknown;
    const say = sentences[event.what.kind] as (what: Job, names: KnownNames, by: number | undefined) => string;
    return say(event.what, names, event.by);
  };
}

/** "resume task B", "timer of line 4, due at 100 ms" */
export function jobWords({ job, due }: JobState, names: { readonly job: (job: number) => string }): string {
  return due === undefined ? names.job(job) : jobs.due(names.job(job), due);
}

/** The one that is named second is another one, where no more is known of it. */
function twoPromises(
  step: JobOf<'adopt'>['step'],
  promise: number,
  adopted: number,
  names: PromiseNames,
): [promise: string, adopted: string] {
  const second = (id: number) => (names.isKnown(id) ? names.promise(id) : words.names.promises.another);
  return step === 'then' ? [names.promise(promise), second(adopted)] : [second(promise), names.promise(adopted)];
}
