// Captions: for each event of a trace one sentence in plain words, with lanes by name and lines by number. A new kind of
// event without its words does not compile.
import type { TraceEvent, TraceEventKind, TraceEventOf } from '../events.ts';
import { channelCaption, lockCaption, signalCaption } from './locks.ts';
import { atLine, inMs, namesOf, queueTitles, waits } from './names.ts';
import { somePromise } from './promises.ts';
import { linksOf } from './links.ts';
import type { Scene } from './links.ts';
import { shortReason } from './short-reason.ts';

interface Moment extends Scene {
  /** Of the event in the trace. */
  readonly index: number;
}

type Captions = { readonly [K in TraceEventKind]: (event: TraceEventOf<K>, moment: Moment) => string };

const captions: Captions = {
  create: ({ lane, laneKind, by }, { names }) => {
    if (!laneKind.endsWith('callback'))
      return `${by === undefined ? 'the engine' : names.lane(by)} creates ${names.lane(lane)}`;
    return `the event loop calls ${names.lane(lane)}${by === undefined ? '' : `, which ${names.lane(by)} asked for`}`;
  },
  resume: ({ lane, line, how }, moment) => {
    const verb = moment.links.first.has(moment.index) ? 'starts' : 'resumes';
    const failed = how === 'throw' ? ' with an error' : '';
    const reason = shortReason(moment, moment.index);
    return `${moment.names.lane(lane)} ${verb}${atLine(line)}${failed}${reason === '' ? '' : `: ${reason}`}`;
  },
  suspend: ({ lane, line, on }, { names }) => `${names.lane(lane)} suspends${atLine(line)}: ${waits(on, names, lane)}`,
  settle: ({ lane, how }, { names }) => `${names.lane(lane)} ${settled[how]}`,
  line: ({ lane, line }, { names }) => `${names.lane(lane)} comes to line ${line}`,
  call: ({ lane, name }, { names }) => `${names.lane(lane)} calls ${name === '' ? 'a function' : name}`,
  leave: ({ lane, name }, { names }) =>
    `${name === '' ? 'the function' : name} returns or throws, back in ${names.lane(lane)}`,
  print: ({ lane, line, via, stream, text }, { names }) => {
    const through = via === undefined ? '' : `, in a call that stands at line ${via[0] ?? line}`;
    return `${names.lane(lane)} prints${stream === 'stderr' ? ' on stderr' : ''} "${text}"${atLine(line)}${through}`;
  },
  enqueue: ({ queue, job, by, due = 0 }, { names }) =>
    queue === 'timers'
      ? `${by === undefined ? 'the engine' : names.lane(by)} sets a timer: ${names.job(job)}, due at ${inMs(due)}`
      : `a job waits in the ${queueTitles[queue]}: ${names.job(job)}`,
  dequeue: ({ queue, job }, { names }) =>
    queue === 'hub'
      ? `the hub takes a job: ${names.job(job)}`
      : `the event loop takes a job from the ${queueTitles[queue]}: ${names.job(job)}`,
  cancel: ({ queue, job }, { names }) => `a job is cancelled in the ${queueTitles[queue]}: ${names.job(job)}`,
  promise: (event, moment) => settledPromise(event, moment),
  'return promise': ({ lane, line }, { names }) =>
    `${names.lane(lane)} returns a promise at line ${line}: its own promise has to adopt it first`,
  lock: (event, { names, links, index }) => lockCaption(event, names, links.holders.get(index)),
  channel: (event, { names }) => channelCaption(event, names),
  signal: (event, { names }) => signalCaption(event, names),
  message: ({ lane, line, to, text }, { names }) =>
    `${names.lane(lane)} sends ${text} to ${names.lane(to)}${atLine(line)}`,
  time: ({ to }) => `nothing can run: the clock moves to ${inMs(to)}`,
  unhandled: ({ promise, message }, { names }) =>
    `${names.promise(promise)} was rejected and nothing handles it: ${message}`,
  uncaught: ({ message }) => `an error is not caught: ${message}`,
  unsettled: ({ line }, { names }) => `the program ends while ${names.lane(0)} still waits${atLine(line)}`,
  stop: ({ text }) => `the run is ended: ${text}`,
  exit: ({ code }) => `the program ends with exit code ${code}`,
};

const verbs = { pending: 'keeps pending', fulfilled: 'fulfils', rejected: 'rejects' } as const;

/** Who settles it is said only of a promise that is not the lane's own result. */
function settledPromise({ promise, state, by, owner }: TraceEventOf<'promise'>, moment: Moment): string {
  const { events, index, names } = moment;
  const before = events[index - 1];
  if (before?.kind === 'suspend' && before.on === 'value') return `a promise of that value is ${state} at once`;
  const known = names.promise(promise);
  const isWanted = known !== somePromise || events[index + 1]?.kind === 'enqueue';
  const name = isWanted ? known : `${somePromise} that nothing awaits yet`;
  if (by === undefined || owner !== undefined || known.endsWith(` of ${names.lane(by)}`)) return `${name} is ${state}`;
  return `${names.lane(by)} ${verbs[state]} ${name}`;
}

const settled = { return: 'returns', throw: 'ends with an error', cancel: 'is cancelled' } as const;

/** One sentence for each event of the trace, in its order, without a full stop. */
export function captionsOf(events: readonly TraceEvent[]): string[] {
  const scene: Scene = { events, names: namesOf(events), links: linksOf(events) };
  return events.map((event, index) => {
    const caption = captions[event.kind] as (event: TraceEvent, moment: Moment) => string;
    return caption(event, { ...scene, index });
  });
}
