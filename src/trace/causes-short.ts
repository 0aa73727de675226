// Why a lane runs, in the few words that a caption has room for.
import { atLine, timerOf } from './captions-names.ts';
import type { Scene } from './causes-links.ts';
import type { QueueName, TraceEventOf } from './events.ts';

/** In a few words why the lane of the `resume` event at `index` runs; without a full stop. */
export function shortReason(scene: Scene, index: number): string {
  const { events, names, links } = scene;
  const runner = links.runners[index];
  if (runner?.lane !== undefined) {
    const verb = links.first.has(index) ? 'called' : 'resumed';
    return `${verb} by ${names.lane(runner.lane)}${atLine(runner.line)}`;
  }
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  if (!link) return 'the program starts';
  const { event, settled, ownAwait } = link;
  if (ownAwait) return 'what it awaited was settled already';
  const promise = settled === undefined ? undefined : events[settled];
  if (promise?.kind !== 'promise') return shortReasons[event.queue](event);
  const timer = timerBehind(scene, settled);
  return promise.owner === undefined && timer !== undefined
    ? timer
    : `${names.promise(promise.promise)} is ${promise.state}`;
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
