// Locks, channels and signals in a replay: who holds, what lies ready, who waits. A strand that resumes waits no more.
import type { TraceEventOf } from '../events.ts';
import type { ReplayState } from './state.ts';

type SyncObjects = Pick<ReplayState, 'locks' | 'channels' | 'signals'>;
type SyncObject = SyncObjects[keyof SyncObjects][number];

export function locked(state: ReplayState, { lock, name, strand, how }: TraceEventOf<'lock'>): ReplayState {
  const locks = withSyncObject(state.locks, { id: lock, name, waiting: [], holders: [] }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, strand] };
    if (how === 'acquire') return { ...one, holders: [...one.holders, strand], waiting: minus(one.waiting, strand) };
    return { ...one, holders: released(one.holders, strand) };
  });
  return { ...state, locks };
}

export function passed(state: ReplayState, event: TraceEventOf<'channel'>): ReplayState {
  const { channel, name, strand, how, item = '' } = event;
  const channels = withSyncObject(state.channels, { id: channel, name, waiting: [], items: [] }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, strand] };
    const items = how === 'put' ? [...one.items, item] : got(one.items, item);
    return { ...one, items, waiting: minus(one.waiting, strand) };
  });
  return { ...state, channels };
}

export function signalled(state: ReplayState, { signal, name, strand, how }: TraceEventOf<'signal'>): ReplayState {
  const signals = withSyncObject(state.signals, { id: signal, name, waiting: [], set: false }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, strand] };
    return how === 'notify' ? one : { ...one, set: how === 'set' };
  });
  return { ...state, signals };
}

/** The strand has resumed or ended: whatever it waited for, it does no more. */
export function waitsNoMore(state: ReplayState, strand: number): ReplayState {
  const waits = ({ waiting }: SyncObject) => waiting.includes(strand);
  if (![state.locks, state.channels, state.signals].some((syncObjects) => syncObjects.some(waits))) return state;
  const go = <T extends SyncObject>(one: T): T => (waits(one) ? { ...one, waiting: minus(one.waiting, strand) } : one);
  return {
    ...state,
    locks: state.locks.map(go),
    channels: state.channels.map(go),
    signals: state.signals.map(go),
  };
}

function withSyncObject<T extends SyncObject>(
  syncObjects: readonly T[],
  fresh: T,
  change: (one: T) => T,
): readonly T[] {
  const index = syncObjects.findIndex(({ id }) => id === fresh.id);
  const known = syncObjects[index];
  return known ? syncObjects.with(index, change(known)) : [...syncObjects, change(fresh)];
}

function minus(strands: readonly number[], strand: number): readonly number[] {
  return strands.filter((other) => other !== strand);
}

/** A semaphore may be released by a strand that does not hold it: the oldest holder goes. */
function released(holders: readonly number[], strand: number): readonly number[] {
  return holders.toSpliced(Math.max(0, holders.lastIndexOf(strand)), 1);
}

/** A queue may be ordered by priority: the oldest of the same words goes. */
function got(items: readonly string[], item: string): readonly string[] {
  return items.toSpliced(Math.max(0, items.indexOf(item)), 1);
}
