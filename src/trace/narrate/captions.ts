// Captions: for each event of a trace one sentence in plain words, with strands by name and lines by number. A new kind of
// event without its words does not compile.
import * as words from './catalogue/words.ts';
import { channelCaption, lockCaption, signalCaption } from './locks.ts';
import { linksOf } from './links.ts';
import type { Scene } from './links.ts';
import { namesOf } from './names.ts';
import type { Names } from './names.ts';
import { shortReason } from './short-reason.ts';
import { waitOf } from './waits.ts';
import type { Option, TraceEvent, TraceEventKind, TraceEventOf } from '../events.ts';

interface CaptionContext extends Scene {
  /** Of the event in the trace. */
  readonly index: number;
}

type Captions = { readonly [K in TraceEventKind]: (event: TraceEventOf<K>, context: CaptionContext) => string };

const say = words.captions;
const { engine, queues } = words.names;

const captions: Captions = {
  create: ({ strand, strandKind, by }, { names }) => {
    const maker = by === undefined ? undefined : names.strand(by);
    if (strandKind.endsWith('callback')) return say.calledBack(names.strand(strand), maker);
    return say.created(maker ?? engine, names.strand(strand));
  },
  resume: ({ strand, line, how }, context) => {
    const { names, links, index } = context;
    const isFirst = links.first.has(index);
    return say.resumed(names.strand(strand), line, isFirst, how === 'throw', shortReason(context, index));
  },
  suspend: ({ strand, line, on }, { names }) => say.suspended(names.strand(strand), line, waitOf(on, names, strand)),
  settle: ({ strand, how }, { names }) => say.settled[how](names.strand(strand)),
  line: ({ strand, line }, { names }) => say.line(names.strand(strand), line),
  call: ({ strand, name }, { names }) => say.call(names.strand(strand), name),
  leave: ({ strand, name }, { names }) => say.leave(names.strand(strand), name),
  print: ({ strand, line, via, stream, text }, { names }) =>
    say.print(names.strand(strand), line, text, stream === 'stderr', via && (via[0] ?? line)),
  enqueue: ({ queue, job, by, due = 0 }, { names }) =>
    queue === 'timers'
      ? say.timerSet(by === undefined ? engine : names.strand(by), names.job(job), due)
      : say.enqueue(queues[queue], names.job(job)),
  dequeue: ({ queue, job }, { names }) => say.dequeue(queues[queue], names.job(job), queue === 'hub'),
  cancel: ({ queue, job }, { names }) => say.cancel(queues[queue], names.job(job)),
  cancellation: ({ strand, line, by, how, message }, { names }) =>
    say.cancellation[how](by === undefined ? engine : names.strand(by), line, names.strand(strand), message),
  promise: (event, context) => settledPromise(event, context),
  'return promise': ({ strand, line }, { names }) => say.returnPromise(names.strand(strand), line),
  lock: (event, { names, links, index }) => lockCaption(event, names, links.holders.get(index)),
  channel: (event, { names }) => channelCaption(event, names),
  signal: (event, { names }) => signalCaption(event, names),
  message: ({ strand, line, to, text }, { names }) => say.message(names.strand(strand), line, text, names.strand(to)),
  decision: ({ cause, options, chosen, usual }, { names }) =>
    say.decision(cause, option(options[chosen], names), option(options[usual], names)),
  read: ({ strand, line, name, value }, { names }) => say.read(names.strand(strand), line, name, value),
  write: ({ strand, line, name, value }, { names }) => say.write(names.strand(strand), line, name, value),
  values: ({ strand, values }, { names }) => say.values(names.strand(strand), Object.entries(values)),
  time: ({ to }) => say.time(to),
  unhandled: ({ promise, message }, { names }) => say.unhandled(names.promise(promise), message),
  uncaught: ({ message }) => say.uncaught(message),
  unsettled: ({ line }, { names }) => say.unsettled(names.strand(0), line),
  stop: ({ text }) => say.stop(text),
  exit: ({ code }) => say.exit(code),
};

/** Who settles it is said only of a promise that is not the strand's own result. */
function settledPromise({ promise, state, by, owner }: TraceEventOf<'promise'>, context: CaptionContext): string {
  const { events, index, names } = context;
  const before = events[index - 1];
  if (before?.kind === 'suspend' && before.on.kind === 'await' && before.on.what === 'value')
    return say.promiseOfValue(state);
  const isWanted = names.isKnown(promise) || events[index + 1]?.kind === 'enqueue';
  const name = isWanted ? names.promise(promise) : say.unawaited(names.promise(promise));
  if (by === undefined || owner !== undefined || names.ownerOf(promise) === by) return say.promise(name, state);
  return say.promiseBy[state](names.strand(by), name);
}

/** One way in which the run could go on; a number that no option has is another way. */
function option(way: Option | undefined, names: Names): string {
  switch (way?.kind) {
    case 'strand':
      return say.option.strand(names.strand(way.strand), way.line);
    case 'job':
      return say.option.job(names.job(way.job));
    case 'stall':
      return say.option.stall(way.ms);
    case 'nobody':
      return say.option.nobody;
    case undefined:
      return say.option.unknown;
  }
}

/** One sentence for each event of the trace, in its order, without a full stop. */
export function captionsOf(events: readonly TraceEvent[]): string[] {
  const scene: Scene = { events, names: namesOf(events), links: linksOf(events) };
  return events.map((event, index) => {
    const caption = captions[event.kind] as (event: TraceEvent, context: CaptionContext) => string;
    return caption(event, { ...scene, index });
  });
}
