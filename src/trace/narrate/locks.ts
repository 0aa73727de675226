// Locks, channels and signals in words: what a strand does with one, and how one stands. The panel and the captions agree.
import * as words from './catalogue/words.ts';
import type { Names } from './names.ts';
import type { TraceEventOf } from '../events.ts';
import type { ReplayState } from '../replay/state.ts';

/** `holders` are the strands that hold the lock. */
export function lockCaption(
  { strand, line, lock, how }: TraceEventOf<'lock'>,
  names: Names,
  holders: readonly number[] = [],
): string {
  return words.syncCaptions.lock[how](names.strand(strand), line, names.lock(lock), strands(holders, names));
}

export function channelCaption({ strand, line, channel, how, item }: TraceEventOf<'channel'>, names: Names): string {
  return words.syncCaptions.channel[how](
    names.strand(strand),
    line,
    names.channel(channel),
    item === '' ? undefined : item,
  );
}

export function signalCaption({ strand, line, signal, how }: TraceEventOf<'signal'>, names: Names): string {
  return words.syncCaptions.signal[how](names.strand(strand), line, names.signal(signal));
}

/** One thing of the panel "Locks and channels": what it is called, and how it stands. */
export interface SyncObjectLine {
  readonly name: string;
  /** "held by task A; task B waits" */
  readonly says: string;
}

/** What the panel shows, in the order locks, channels, signals; empty before the program uses any. */
export function syncObjectLines({ locks, channels, signals }: ReplayState, names: Names): SyncObjectLine[] {
  const say = words.syncObjects;
  const line = (name: string, state: string, waiting: readonly number[]) => {
    return { name, says: say.waiting(state, strands(waiting, names)) };
  };
  return [
    ...locks.map(({ id, holders, waiting }) => line(names.lock(id), say.held(strands(holders, names)), waiting)),
    ...channels.map(({ id, items, waiting }) => line(names.channel(id), say.holds(items), waiting)),
    ...signals.map(({ id, set, waiting }) => line(names.signal(id), say.set(set), waiting)),
  ];
}

function strands(ids: readonly number[], names: Names): string[] {
  return ids.map((id) => names.strand(id));
}
