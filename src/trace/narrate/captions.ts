// Captions: for each event of a trace one sentence in plain words, with strands by name and lines by number. A new kind of
// event without its words does not compile.
import type { TraceEvent, TraceEventKind, TraceEventOf } from '../events.ts';
import { channelCaption, lockCaption, signalCaption } from './locks.ts';
import { atLine, inMs, namesOf, queueTitles, waits } from './names.ts';
import { somePromise } from './promises.ts';
import { linksOf } from './links.ts';
import type { Scene } from './links.ts';
import { shortReason } from './short-reason.ts';

interface CaptionContext extends Scene {
  /** Of the event in the trace. */
  readonly index: number;
}

type Captions = { readonly [K in TraceEventKind]: (event: TraceEventOf<K>, context: CaptionContext) => string };

const captions: Captions = {
  create: ({ strand, strandKind, by }, { names }) => {
    if (!strandKind.endsWith('callback'))
      return `${by === undefined ? 'the engine' : names.strand(by)} creates ${names.strand(strand)}`;
    return `the event loop calls ${names.strand(strand)}${by === undefined ? '' : `, which ${names.strand(by)} asked for`}`;
  },
  resume: ({ strand, line, how }, context) => {
    const verb = context.links.first.has(context.index) ? 'starts' : 'resumes';
    const failed = how === 'throw' ? ' with an error' : '';
    const reason = shortReason(context, context.index);
    return `${context.names.strand(strand)} ${verb}${atLine(line)}${failed}${reason === '' ? '' : `: ${reason}`}`;
  },
  suspend: ({ strand, line, on }, { names }) =>
    `${names.strand(strand)} suspends${atLine(line)}: ${waits(on, names, strand)}`,
  settle: ({ strand, how }, { names }) => `${names.strand(strand)} ${settled[how]}`,
  line: ({ strand, line }, { names }) => `${names.strand(strand)} comes to line ${line}`,
  call: ({ strand, name }, { names }) => `${names.strand(strand)} calls ${name === '' ? 'a function' : name}`,
  leave: ({ strand, name }, { names }) =>
    `${name === '' ? 'the function' : name} returns or throws, back in ${names.strand(strand)}`,
  print: ({ strand, line, via, stream, text }, { names }) => {
    const through = via === undefined ? '' : `, in a call that stands at line ${via[0] ?? line}`;
    return `${names.strand(strand)} prints${stream === 'stderr' ? ' on stderr' : ''} "${text}"${atLine(line)}${through}`;
  },
  enqueue: ({ queue, job, by, due = 0 }, { names }) =>
    queue === 'timers'
      ? `${by === undefined ? 'the engine' : names.strand(by)} sets a timer: ${names.job(job)}, due at ${inMs(due)}`
      : `a job waits in the ${queueTitles[queue]}: ${names.job(job)}`,
  dequeue: ({ queue, job }, { names }) =>
    queue === 'hub'
      ? `the hub takes a job: ${names.job(job)}`
      : `the event loop takes a job from the ${queueTitles[queue]}: ${names.job(job)}`,
  cancel: ({ queue, job }, { names }) => `a job is cancelled in the ${queueTitles[queue]}: ${names.job(job)}`,
  promise: (event, context) => settledPromise(event, context),
  'return promise': ({ strand, line }, { names }) =>
    `${names.strand(strand)} returns a promise at line ${line}: its own promise has to adopt it first`,
  lock: (event, { names, links, index }) => lockCaption(event, names, links.holders.get(index)),
  channel: (event, { names }) => channelCaption(event, names),
  signal: (event, { names }) => signalCaption(event, names),
  message: ({ strand, line, to, text }, { names }) =>
    `${names.strand(strand)} sends ${text} to ${names.strand(to)}${atLine(line)}`,
  time: ({ to }) => `nothing can run: the clock moves to ${inMs(to)}`,
  unhandled: ({ promise, message }, { names }) =>
    `${names.promise(promise)} was rejected and nothing handles it: ${message}`,
  uncaught: ({ message }) => `an error is not caught: ${message}`,
  unsettled: ({ line }, { names }) => `the program ends while ${names.strand(0)} still waits${atLine(line)}`,
  stop: ({ text }) => `the run is ended: ${text}`,
  exit: ({ code }) => `the program ends with exit code ${code}`,
};

const verbs = { pending: 'keeps pending', fulfilled: 'fulfils', rejected: 'rejects' } as const;

/** Who settles it is said only of a promise that is not the strand's own result. */
function settledPromise({ promise, state, by, owner }: TraceEventOf<'promise'>, context: CaptionContext): string {
  const { events, index, names } = context;
  const before = events[index - 1];
  if (before?.kind === 'suspend' && before.on === 'value') return `a promise of that value is ${state} at once`;
  const known = names.promise(promise);
  const isWanted = known !== somePromise || events[index + 1]?.kind === 'enqueue';
  const name = isWanted ? known : `${somePromise} that nothing awaits yet`;
  if (by === undefined || owner !== undefined || known.endsWith(` of ${names.strand(by)}`))
    return `${name} is ${state}`;
  return `${names.strand(by)} ${verbs[state]} ${name}`;
}

const settled = { return: 'returns', throw: 'ends with an error', cancel: 'is cancelled' } as const;

/** One sentence for each event of the trace, in its order, without a full stop. */
export function captionsOf(events: readonly TraceEvent[]): string[] {
  const scene: Scene = { events, names: namesOf(events), links: linksOf(events) };
  return events.map((event, index) => {
    const caption = captions[event.kind] as (event: TraceEvent, context: CaptionContext) => string;
    return caption(event, { ...scene, index });
  });
}
