// What woke a strand that no other strand called and no job resumed: a thread, a worker, a process, or a main program that
// waits for one. Numbers only, no words.
import type { TraceEvent, TraceEventOf, TraceStrandKind, Wait } from '../events.ts';
import type { ReplayState } from '../replay/state.ts';

export interface Wake {
  /** `begun`: it starts. `slept`: its sleep is over. `woken`: by what another strand did. `unknown`: the trace does not say. */
  readonly how: 'begun' | 'slept' | 'woken' | 'unknown';
  /** Index of the event that made it or woke it. */
  readonly by: number | undefined;
  /** Index of the event that had resumed it before. */
  readonly before: number | undefined;
}

/** These run on their own, whoever else runs. */
export function runsAlone(kind: TraceStrandKind | undefined): boolean {
  return kind === 'thread' || kind === 'worker' || kind === 'process';
}

/** Is told of the events of a trace one after another. */
export class WakeFinder {
  readonly #events: readonly TraceEvent[];
  readonly #resumed = new Map<number, number>();
  readonly #suspended = new Map<number, number>();
  /** By what may be waited for, the index of the event that last let somebody go on. */
  readonly #last = new Map<string, number>();

  constructor(events: readonly TraceEvent[]) {
    this.#events = events;
  }

  /** The state is the one before the event. undefined for a strand that another one or a job resumes. */
  add(event: TraceEvent, index: number, state: ReplayState): Wake | undefined {
    if (event.kind === 'create') this.#last.set(keyOf('made', event.strand), index);
    if (event.kind === 'suspend') this.#suspended.set(event.strand, index);
    const key = letsGo(event);
    if (key !== undefined) this.#last.set(key, index);
    if (event.kind !== 'resume') return undefined;
    const wake = isOnItsOwn(event, state) ? this.#wake(event) : undefined;
    this.#resumed.set(event.strand, index);
    return wake;
  }

  #wake({ strand, how }: TraceEventOf<'resume'>): Wake {
    const before = this.#resumed.get(strand);
    const suspended = this.#suspended.get(strand);
    if (suspended === undefined) return { how: 'begun', by: this.#last.get(keyOf('made', strand)), before };
    const event = this.#events[suspended];
    const on = event?.kind === 'suspend' ? event.on : undefined;
    if (on?.kind === 'sleep' || on?.kind === 'turn')
      return { how: how === 'throw' ? 'unknown' : 'slept', by: undefined, before };
    const indexOf = (key: string) => this.#last.get(key) ?? -1;
    const ends = strandsOf(on);
    const keys = ends.length > 0 ? ends.map((one) => keyOf('end', one)) : syncObjectOf(on);
    const awaited = Math.max(-1, ...keys.map(indexOf));
    const hasEnded = ends.length > 0 && keys.every((key) => indexOf(key) >= 0); // for good: also before it waited
    const by = hasEnded ? awaited : [awaited, indexOf(keyOf('message', strand))].find((index) => index > suspended);
    return { how: by === undefined ? 'unknown' : 'woken', by, before };
  }
}

/** A strand that runs alone; where no job is ever told, also one that only an event loop resumes, or that has waited. */
function isOnItsOwn({ strand }: TraceEventOf<'resume'>, { strands, stack, job }: ReplayState): boolean {
  const kindOf = (id: number | undefined) => strands.find((one) => one.strand === id)?.kind;
  const kind = kindOf(strand);
  if (runsAlone(kind)) return true;
  if (job !== undefined) return false;
  if (kind === 'task' || kind === 'greenlet' || kind?.endsWith('callback')) return true;
  const top = stack[stack.length - 1];
  const waited = strands.find((one) => one.strand === strand)?.status === 'suspended';
  return waited && (top === undefined || runsAlone(kindOf(top)));
}

/** What may be waited for, with its number: its kinds are counted each for itself. */
function keyOf(kind: 'made' | 'end' | 'message' | 'lock' | 'channel' | 'signal', id: number): string {
  return `${kind} ${id}`;
}

/** Of which waits an event is the end. */
function letsGo(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'lock':
      return event.how === 'release' ? keyOf('lock', event.lock) : undefined;
    case 'channel':
      return event.how === 'wait' ? undefined : keyOf('channel', event.channel);
    case 'signal':
      return event.how === 'set' || event.how === 'notify' ? keyOf('signal', event.signal) : undefined;
    case 'settle':
      return keyOf('end', event.strand);
    case 'message':
      return keyOf('message', event.to);
    default:
      return undefined;
  }
}

/** The strands whose end is waited for; the last one of several wakes. */
function strandsOf(on: Wait | undefined): readonly number[] {
  if (on?.kind === 'strand') return [on.strand];
  return on?.kind === 'group' ? (on.strands ?? []) : [];
}

/** The lock, channel or signal that is waited for. */
function syncObjectOf(on: Wait | undefined): string[] {
  if (on?.kind === 'lock') return [keyOf('lock', on.lock)];
  if (on?.kind === 'channel') return [keyOf('channel', on.channel)];
  return on?.kind === 'signal' ? [keyOf('signal', on.signal)] : [];
}
