// Locks, channels and signals in a replay: who holds, what lies ready, who waits. A lane that resumes waits no more.
import type { TraceEventOf } from '../events.ts';
import type { ReplayState } from './state.ts';

type Things = Pick<ReplayState, 'locks' | 'channels' | 'signals'>;
type Thing = Things[keyof Things][number];

export function locked(state: ReplayState, { lock, name, lane, how }: TraceEventOf<'lock'>): ReplayState {
  const locks = withThing(state.locks, { id: lock, name, waiting: [], holders: [] }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, lane] };
    if (how === 'acquire') return { ...one, holders: [...one.holders, lane], waiting: minus(one.waiting, lane) };
    return { ...one, holders: released(one.holders, lane) };
  });
  return { ...state, locks };
}

export function passed(state: ReplayState, event: TraceEventOf<'channel'>): ReplayState {
  const { channel, name, lane, how, item = '' } = event;
  const channels = withThing(state.channels, { id: channel, name, waiting: [], items: [] }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, lane] };
    const items = how === 'put' ? [...one.items, item] : got(one.items, item);
    return { ...one, items, waiting: minus(one.waiting, lane) };
  });
  return { ...state, channels };
}

export function signalled(state: ReplayState, { signal, name, lane, how }: TraceEventOf<'signal'>): ReplayState {
  const signals = withThing(state.signals, { id: signal, name, waiting: [], set: false }, (one) => {
    if (how === 'wait') return { ...one, waiting: [...one.waiting, lane] };
    return how === 'notify' ? one : { ...one, set: how === 'set' };
  });
  return { ...state, signals };
}

/** The lane has resumed or ended: whatever it waited for, it does no more. */
export function waitsNoMore(state: ReplayState, lane: number): ReplayState {
  const waits = ({ waiting }: Thing) => waiting.includes(lane);
  if (![state.locks, state.channels, state.signals].some((things) => things.some(waits))) return state;
  const go = <T extends Thing>(one: T): T => (waits(one) ? { ...one, waiting: minus(one.waiting, lane) } : one);
  return {
    ...state,
    locks: state.locks.map(go),
    channels: state.channels.map(go),
    signals: state.signals.map(go),
  };
}

function withThing<T extends Thing>(things: readonly T[], fresh: T, change: (one: T) => T): readonly T[] {
  const index = things.findIndex(({ id }) => id === fresh.id);
  const known = things[index];
  return known ? things.with(index, change(known)) : [...things, change(fresh)];
}

function minus(lanes: readonly number[], lane: number): readonly number[] {
  return lanes.filter((other) => other !== lane);
}

/** A semaphore may be released by a lane that does not hold it: the oldest holder goes. */
function released(holders: readonly number[], lane: number): readonly number[] {
  return holders.toSpliced(Math.max(0, holders.lastIndexOf(lane)), 1);
}

/** A queue may be ordered by priority: the oldest of the same words goes. */
function got(items: readonly string[], item: string): readonly string[] {
  return items.toSpliced(Math.max(0, items.indexOf(item)), 1);
}
