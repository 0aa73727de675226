// Why a strand runs, in the few words that a caption has room for.
import { channelCaption, lockCaption, signalCaption } from './locks.ts';
import { atLine, timerOf } from './names.ts';
import type { JobLink, Scene } from './links.ts';
import type { Wake } from './wakes.ts';
import type { QueueName, TraceEventOf } from '../events.ts';

/** In a few words why the strand of the `resume` event at `index` runs; without a full stop. Nothing if it is not known. */
export function shortReason(scene: Scene, index: number): string {
  const { events, names, links } = scene;
  const wake = links.wakes.get(index);
  if (wake) return wokenBy(wake, scene);
  const runner = links.runners[index];
  if (runner?.strand !== undefined) {
    const verb = links.first.has(index) ? 'called' : 'resumed';
    return `${verb} by ${names.strand(runner.strand)}${atLine(runner.line)}`;
  }
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  if (!link) return 'the program starts';
  const { settled, ownAwait } = link;
  if (ownAwait) return 'what it awaited was settled already';
  const promise = settled === undefined ? undefined : events[settled];
  if (promise?.kind !== 'promise') return scheduled(scene, link);
  const timer = timerBehind(scene, settled);
  if (promise.owner === undefined && timer !== undefined) return timer;
  const event = events[index];
  const own = event?.kind === 'resume' && names.isAwaitedBy(promise.promise, event.strand);
  return `${own ? 'what it awaits' : names.promise(promise.promise)} is ${promise.state}`;
}

/** What woke a strand that runs on its own; nothing if the trace does not say. */
export function wokenBy({ how, by }: Wake, { events, names }: Scene): string {
  const event = by === undefined ? undefined : events[by];
  if (how === 'slept') return 'its sleep is over';
  switch (event?.kind) {
    case 'create':
      return event.by === undefined ? '' : `started by ${names.strand(event.by)}`;
    case 'lock':
      return lockCaption(event, names);
    case 'channel':
      return channelCaption(event, names);
    case 'signal':
      return signalCaption(event, names);
    case 'settle':
      return `${names.strand(event.strand)} has ended`;
    case 'message':
      return `a message from ${names.strand(event.strand)} has come`;
    default:
      return '';
  }
}

/** Why a job without a promise runs: the timer that the engine passed on by it, or the strand that scheduled it. */
function scheduled({ names, links }: Scene, { event, index }: JobLink): string {
  let runner = links.runners[index];
  let link = runner?.strand === undefined ? links.jobs.get(runner?.job ?? 0) : undefined;
  while (link && link.event.queue !== 'timers') {
    runner = links.runners[link.index];
    link = runner?.strand === undefined ? links.jobs.get(runner?.job ?? 0) : undefined;
  }
  if (link) return shortReasons.timers(link.event);
  const passedOn = event.queue === 'ready' || event.queue === 'hub';
  if (!passedOn || runner?.strand === undefined || runner.strand === event.resumes)
    return shortReasons[event.queue](event);
  return `scheduled by ${names.strand(runner.strand)}${atLine(runner.line)}`;
}

/** The timer in whose callback the promise was settled. */
function timerBehind({ links }: Scene, settled: number | undefined): string | undefined {
  const job = settled === undefined ? undefined : links.runners[settled]?.job;
  const link = job === undefined ? undefined : links.jobs.get(job);
  return link?.event.queue === 'timers' ? shortReasons.timers(link.event) : undefined;
}

const shortReasons: Readonly<Record<QueueName, (event: TraceEventOf<'enqueue'>) => string>> = {
  micro: () => 'its microtask is next',
  nextTick: () => 'its nextTick callback is next',
  timers: ({ due = 0, at }) => `${timerOf(due - at)} is due`,
  immediates: () => 'its immediate is next',
  poll: () => 'its message has arrived',
  ready: () => 'its turn in the ready queue has come',
  hub: () => 'the hub switches to it',
};
