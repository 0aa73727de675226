// Why a strand runs, in the few words that a caption has room for.
import * as words from './catalogue/words.ts';
import { channelCaption, lockCaption, signalCaption } from './locks.ts';
import { resumedBy } from './links.ts';
import type { JobLink, Scene } from './links.ts';
import type { Wake } from './wakes.ts';
import type { TraceEventOf } from '../events.ts';

const say = words.reasons;

/** In a few words why the strand of the `resume` event at `index` runs; without a full stop. Nothing if it is not known. */
export function shortReason(scene: Scene, index: number): string {
  const { events, names, links } = scene;
  const request = events[links.requests.get(index) ?? -1];
  if (request?.kind === 'cancellation')
    return say.cancelled(request.by === undefined ? undefined : names.strand(request.by), request.line);
  const wake = links.wakes.get(index);
  if (wake) return wokenBy(wake, scene);
  const runner = links.runners[index];
  if (runner?.strand !== undefined)
    return say.by[links.first.has(index) ? 'called' : 'resumed'](names.strand(runner.strand), runner.line);
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  if (!link) return say.programStarts;
  const { settled, ownAwait } = link;
  if (ownAwait) return say.settledAlready;
  const promise = settled === undefined ? undefined : events[settled];
  if (promise?.kind !== 'promise') return scheduled(scene, link);
  const timer = timerBehind(scene, settled);
  if (promise.owner === undefined && timer !== undefined) return timer;
  const event = events[index];
  const own = event?.kind === 'resume' && names.isAwaitedBy(promise.promise, event.strand);
  return own ? say.awaited(promise.state) : say.promise(names.promise(promise.promise), promise.state);
}

/** What woke a strand that runs on its own; nothing if the trace does not say. */
export function wokenBy({ how, by }: Wake, { events, names }: Scene): string {
  const event = by === undefined ? undefined : events[by];
  if (how === 'slept') return say.slept;
  switch (event?.kind) {
    case 'create':
      return event.by === undefined ? '' : say.by.started(names.strand(event.by), 0);
    case 'lock':
      return lockCaption(event, names);
    case 'channel':
      return channelCaption(event, names);
    case 'signal':
      return signalCaption(event, names);
    case 'settle':
      return say.ended(names.strand(event.strand));
    case 'message':
      return say.message(names.strand(event.strand));
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
  if (link) return queueReason(link.event);
  const passedOn = event.queue === 'ready' || event.queue === 'hub';
  if (!passedOn || runner?.strand === undefined || runner.strand === resumedBy(event.what)) return queueReason(event);
  return say.by.scheduled(names.strand(runner.strand), runner.line);
}

/** The timer in whose callback the promise was settled. */
function timerBehind({ links }: Scene, settled: number | undefined): string | undefined {
  const job = settled === undefined ? undefined : links.runners[settled]?.job;
  const link = job === undefined ? undefined : links.jobs.get(job);
  return link?.event.queue === 'timers' ? queueReason(link.event) : undefined;
}

function queueReason({ queue, due = 0, at }: TraceEventOf<'enqueue'>): string {
  return say.queue[queue](due - at);
}
