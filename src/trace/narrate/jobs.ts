// What a reader calls the jobs of a trace: the engine's label, with strands and promises by their names.
import { somePromise } from './promises.ts';
import type { TraceEvent, TraceEventOf } from '../events.ts';

/** The words for each job, by its number. */
export function jobNames(
  events: readonly TraceEvent[],
  strand: (strand: number) => string,
  promise: (promise: number) => string,
): (job: number) => string {
  const jobs = new Map(events.flatMap((event) => (event.kind === 'enqueue' ? [[event.job, event]] : [])));
  return (job) => {
    const event = jobs.get(job);
    return event ? words(event, strand, promise) : 'a job';
  };
}

function words(
  { label, resumes, by }: TraceEventOf<'enqueue'>,
  strand: (strand: number) => string,
  promise: (promise: number) => string,
): string {
  if (resumes !== undefined) return label.replace(resumption, (_, verb) => `${verb} ${strand(resumes)}`);
  if (waits.has(label) && by !== undefined) return `${label} of ${strand(by)}`;
  if (/^\w+$/.test(label) && label !== 'timer') return `call ${label}`;
  if (label === '<lambda>') return 'call a function';
  const timer = /^(.+?)(?: [\d.]+ ms)?, line (\d+)$/.exec(label);
  if (timer) return `${timer[1]} of line ${timer[2]}`;
  let seen = 0;
  const plain = label.replace(/^call then of (.+), which (.+) adopts$/, 'let $2 adopt $1');
  return plain.replaceAll(/\bpromise (\d+)/g, (_, id) => {
    const name = promise(Number(id));
    return seen++ > 0 && name === somePromise ? 'another promise' : name;
  });
}

/** Jobs that are for the strand that asked for them. */
const waits = new Set(['end of sleep', 'time limit']);

/** "start main", "resume work at line 4": the line stays. */
const resumption = /^(start|resume) .*?(?= at line \d+$|$)/;
