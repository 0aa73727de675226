// Why this order: for a printed line, what led to it, back to the start of the program, as sentences. Everything that is
// said stands in the trace; nothing is guessed.
import { atLine, inMs, namesOf, timerOf } from './names.ts';
import { linksOf } from './links.ts';
import type { JobLink, Runner, Scene } from './links.ts';
import { wokenBy } from './short-reason.ts';
import type { Wake } from './wakes.ts';
import type { QueueName, TraceEvent, TraceEventOf } from '../events.ts';

/** A sentence, and what has to be explained next; nothing at the start of the program. */
interface Step {
  readonly says: string;
  readonly next: Cause | undefined;
}

/** What a sentence leaves to be explained: why a strand ran from its `resume` on, or why a job was queued. */
type Cause = { readonly kind: 'strand'; readonly resumed: number } | { readonly kind: 'job'; readonly link: JobLink };

/**
 * The chain of causes of the printed line with this number (from 1, both streams together), the line itself first.
 * undefined if there is no such line.
 */
export function causesOf(events: readonly TraceEvent[], number: number): string[] | undefined {
  const prints = [...events.keys()].filter((index) => events[index]?.kind === 'print');
  const index = prints[number - 1];
  const event = index === undefined ? undefined : events[index];
  if (index === undefined || event?.kind !== 'print') return undefined;
  const scene: Scene = { events, names: namesOf(events), links: linksOf(events) };
  const chain: string[] = [];
  let step: Step | undefined = printed(scene, event, index);
  while (step) {
    chain.push(`${step.says.replace(/^the /, 'The ')}.`);
    step = step.next && showHelp(scene, step.next);
  }
  return chain;
}

function printed(scene: Scene, { strand, line, text }: TraceEventOf<'print'>, index: number): Step {
  const runner = scene.links.runners[index];
  if (runner?.strand === strand) {
    return {
      says: `"${text}" was printed by ${scene.names.strand(strand)}${atLine(line)}`,
      next: before(scene, runner),
    };
  }
  return { says: `"${text}" was printed by the engine, not by a line of the program`, next: before(scene, runner) };
}

/** What has to be explained about whoever ran. */
function before({ links }: Scene, runner: Runner | undefined): Cause | undefined {
  if (runner?.resumed !== undefined) return { kind: 'strand', resumed: runner.resumed };
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  return link && { kind: 'job', link };
}

function showHelp(scene: Scene, cause: Cause): Step {
  return cause.kind === 'job' ? queued(scene, cause.link) : resumed(scene, cause.resumed);
}

function resumed(scene: Scene, index: number): Step {
  const { events, names, links } = scene;
  const event = events[index];
  const runner = links.runners[index];
  const strand = event?.kind === 'resume' ? event.strand : 0;
  const name = names.strand(strand);
  const verb = links.first.has(index) ? 'started' : 'resumed';
  const wake = links.wakes.get(index);
  if (wake) return woken(scene, name, event?.kind === 'resume' ? atLine(event.line) : '', wake);
  if (runner?.strand !== undefined) {
    const says = `${name} was ${verb} by ${names.strand(runner.strand)}${atLine(runner.line)}`;
    return { says, next: before(scene, runner) };
  }
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  if (!link) return { says: `${name} ${verb} when the program started`, next: undefined };
  const where = verb === 'resumed' && event?.kind === 'resume' ? atLine(event.line) : '';
  const { why, next } = reason(scene, link, strand);
  return { says: `${name} ${verb}${where} ${why}`, next };
}

/** A strand that runs on its own: what woke it leads on to who did that, else to how it came to run before. */
function woken(scene: Scene, name: string, where: string, wake: Wake): Step {
  const reason = wokenBy(wake, scene);
  const earlier: Cause | undefined = wake.before === undefined ? undefined : { kind: 'strand', resumed: wake.before };
  const by = wake.by === undefined ? undefined : before(scene, scene.links.runners[wake.by]);
  if (wake.how === 'begun') return { says: `${name} was ${reason === '' ? 'started' : reason}`, next: by ?? earlier };
  return { says: `${name} resumed${where}${reason === '' ? '' : `: ${reason}`}`, next: by ?? earlier };
}

/** A job of the engine itself: it resumed no strand. */
function queued(scene: Scene, link: JobLink): Step {
  const { why, next } = reason(scene, link);
  return { says: `the job "${scene.names.job(link.event.job)}" ran ${why}`, next };
}

/** Why a job ran, and what made it; `strand` is the one that it resumed. */
function reason(scene: Scene, link: JobLink, strand?: number): { why: string; next: Cause | undefined } {
  const { events, names, links } = scene;
  const { event, settled, ownAwait, index } = link;
  const promise = settled === undefined ? undefined : events[settled];
  const runner = links.runners[settled ?? index];
  const by =
    runner?.strand === undefined ? ' by the engine' : ` by ${names.strand(runner.strand)}${atLine(runner.line)}`;
  const next = before(scene, runner);
  if (ownAwait) return { why: 'after one microtask: what it awaited was settled already', next };
  if (promise?.kind === 'promise') {
    const own = strand !== undefined && names.isAwaitedBy(promise.promise, strand);
    return { why: `when ${own ? 'what it awaited' : names.promise(promise.promise)} was ${promise.state}${by}`, next };
  }
  if (event.queue === 'ready' && strand !== undefined && runner?.strand === strand)
    return { why: 'when its turn in the ready queue came: it had given way of itself', next };
  return { why: `${queueReasons[event.queue](event)}${by}`, next };
}

/** How a job of each queue came to run, up to who queued it; complete by type. */
const queueReasons: Readonly<Record<QueueName, (event: TraceEventOf<'enqueue'>) => string>> = {
  micro: () => 'as a microtask queued',
  nextTick: () => 'as a nextTick callback queued',
  timers: ({ due = 0, at }) => `when ${timerOf(due - at)} was due at ${inMs(due)}, set`,
  immediates: () => 'as an immediate set',
  poll: () => 'when a message arrived, sent',
  ready: () => 'from the ready queue, scheduled',
  hub: () => 'from the hub, scheduled',
};
