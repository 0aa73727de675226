// Locks, channels and signals in words: what a strand does with one, and how one stands. The panel and the captions agree.
import { atLine } from './names.ts';
import type { Names } from './names.ts';
import type { TraceEventOf } from '../events.ts';
import type { ReplayState } from '../replay/state.ts';

/** `holders` are the strands that hold the lock. */
export function lockCaption(
  { strand, line, lock, how }: TraceEventOf<'lock'>,
  names: Names,
  holders: readonly number[] = [],
): string {
  const verb = { wait: 'has to wait for', acquire: 'acquires', release: 'releases' }[how];
  const held = holders.length === 0 ? '' : `: ${strands(holders, names)} ${holders.length === 1 ? 'holds' : 'hold'} it`;
  return `${names.strand(strand)} ${verb} ${names.lock(lock)}${atLine(line)}${held}`;
}

export function channelCaption({ strand, line, channel, how, item }: TraceEventOf<'channel'>, names: Names): string {
  const words = item === undefined || item === '' ? 'an item' : item;
  const where = names.channel(channel);
  const says = {
    wait: words === 'an item' ? `has to wait for an item of ${where}` : `has to wait to put ${words} into ${where}`,
    put: `puts ${words} into ${where}`,
    get: `takes ${words} out of ${where}`,
  }[how];
  return `${names.strand(strand)} ${says}${atLine(line)}`;
}

export function signalCaption({ strand, line, signal, how }: TraceEventOf<'signal'>, names: Names): string {
  const verb = { wait: 'has to wait for', set: 'sets', clear: 'clears', notify: 'notifies' }[how];
  return `${names.strand(strand)} ${verb} ${names.signal(signal)}${atLine(line)}`;
}

/** One thing of the panel "Locks and channels": what it is called, and how it stands. */
export interface SyncObjectLine {
  readonly name: string;
  /** "held by task A; task B waits" */
  readonly says: string;
}

/** What the panel shows, in the order locks, channels, signals; empty before the program uses any. */
export function syncObjectLines({ locks, channels, signals }: ReplayState, names: Names): SyncObjectLine[] {
  const waits = (waiting: readonly number[]) =>
    waiting.length === 0 ? '' : `; ${strands(waiting, names)} ${waiting.length === 1 ? 'waits' : 'wait'}`;
  return [
    ...locks.map(({ id, holders, waiting }) => {
      const held = holders.length === 0 ? 'free' : `held by ${strands(holders, names)}`;
      return { name: names.lock(id), says: held + waits(waiting) };
    }),
    ...channels.map(({ id, items, waiting }) => {
      return { name: names.channel(id), says: (items.join(', ') || 'empty') + waits(waiting) };
    }),
    ...signals.map(({ id, set, waiting }) => {
      return { name: names.signal(id), says: (set ? 'set' : 'not set') + waits(waiting) };
    }),
  ];
}

function strands(ids: readonly number[], names: Names): string {
  return ids.map((id) => names.strand(id)).join(', ');
}
