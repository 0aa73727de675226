// Why this order: for a printed line, what led to it, back to the start of the program, as sentences. Everything that is
// said stands in the trace; nothing is guessed.
import * as words from './catalogue/words.ts';
import { linksOf } from './links.ts';
import type { JobLink, Runner, Scene } from './links.ts';
import { namesOf } from './names.ts';
import { wokenBy } from './short-reason.ts';
import type { Wake } from './wakes.ts';
import type { TraceEvent, TraceEventOf } from '../events.ts';

const say = words.causes;

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
    chain.push(step.says);
    step = step.next && showHelp(scene, step.next);
  }
  return chain;
}

function printed(scene: Scene, { strand, line, text }: TraceEventOf<'print'>, index: number): Step {
  const runner = scene.links.runners[index];
  const next = before(scene, runner);
  if (runner?.strand === strand) return { says: say.printed(text, scene.names.strand(strand), line), next };
  return { says: say.printedByEngine(text), next };
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
  const name = names.first(strand);
  const isFirst = links.first.has(index);
  const request = events[links.requests.get(index) ?? -1];
  if (event?.kind === 'resume' && request?.kind === 'cancellation') return cancelled(scene, event, request);
  const wake = links.wakes.get(index);
  if (wake) return woken(scene, name, event?.kind === 'resume' ? event.line : 0, wake);
  if (runner?.strand !== undefined) {
    const says = say.ranBy(name, runner.line, isFirst, names.strand(runner.strand));
    return { says, next: before(scene, runner) };
  }
  const link = runner?.job === undefined ? undefined : links.jobs.get(runner.job);
  if (!link) return { says: say.ranAtStart(name, isFirst), next: undefined };
  const line = !isFirst && event?.kind === 'resume' ? event.line : 0;
  const { why, next } = reason(scene, link, strand);
  return { says: say.ran(name, line, isFirst, why), next };
}

/** Who asked for its cancellation leads on. */
function cancelled(scene: Scene, event: TraceEventOf<'resume'>, request: TraceEventOf<'cancellation'>): Step {
  const { events, names, links } = scene;
  const by = say.why.by(request.by === undefined ? undefined : names.strand(request.by), request.line);
  const isFirst = links.first.has(events.indexOf(event));
  const says = say.ran(names.first(event.strand), isFirst ? 0 : event.line, isFirst, say.why.cancelled(by));
  return { says, next: before(scene, links.runners[events.indexOf(request)]) };
}

/** A strand that runs on its own: what woke it leads on to who did that, else to how it came to run before. */
function woken(scene: Scene, name: string, line: number, wake: Wake): Step {
  const reason = wokenBy(wake, scene);
  const earlier: Cause | undefined = wake.before === undefined ? undefined : { kind: 'strand', resumed: wake.before };
  const by = wake.by === undefined ? undefined : before(scene, scene.links.runners[wake.by]);
  const says = wake.how === 'begun' ? say.begun(name, reason) : say.woken(name, line, reason);
  return { says, next: by ?? earlier };
}

/** A job of the engine itself: it resumed no strand. */
function queued(scene: Scene, link: JobLink): Step {
  const { why, next } = reason(scene, link);
  return { says: say.job(scene.names.job(link.event.job), why), next };
}

/** Why a job ran, and what made it; `strand` is the one that it resumed. */
function reason(scene: Scene, link: JobLink, strand?: number): { why: string; next: Cause | undefined } {
  const { events, names, links } = scene;
  const { event, settled, ownAwait, index } = link;
  const promise = settled === undefined ? undefined : events[settled];
  const runner = links.runners[settled ?? index];
  const by = say.why.by(runner?.strand === undefined ? undefined : names.strand(runner.strand), runner?.line ?? 0);
  const next = before(scene, runner);
  if (ownAwait) return { why: say.why.settledAlready, next };
  if (promise?.kind === 'promise') {
    const own = strand !== undefined && names.isAwaitedBy(promise.promise, strand);
    return { why: say.why.settled(own ? undefined : names.promise(promise.promise), promise.state, by), next };
  }
  if (event.queue === 'ready' && strand !== undefined && runner?.strand === strand)
    return { why: say.why.gaveWay, next };
  const { queue, due = 0, at } = event;
  return { why: say.why.queue[queue](due - at, due, by), next };
}
