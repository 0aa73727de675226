// How lanes, locks, channels and signals stand, in English, and what strands do to the latter.
import type { LaneWords, SyncObjectWords } from '../catalogue.ts';
import { atLine, list } from './names.ts';

export const lanes: LaneWords = {
  runs: (line) => `runs${atLine(line)}`,
  hasCalled: (strand, line) => comma(`has called ${strand}`, line),
  waits: (wait, line) => comma(wait?.does ?? 'is suspended', line),
};

export const syncObjects: SyncObjectWords = {
  lock: {
    wait: (strand, line, lock, holders) => {
      const held = holders.length === 0 ? '' : `: ${list(holders)} ${holders.length === 1 ? 'holds' : 'hold'} it`;
      return `${strand} has to wait for ${lock}${atLine(line)}${held}`;
    },
    acquire: (strand, line, lock) => `${strand} acquires ${lock}${atLine(line)}`,
    release: (strand, line, lock) => `${strand} releases ${lock}${atLine(line)}`,
  },
  channel: {
    wait: (strand, line, channel, item) => {
      const says = item === undefined ? `wait for an item of ${channel}` : `wait to put ${item} into ${channel}`;
      return `${strand} has to ${says}${atLine(line)}`;
    },
    put: (strand, line, channel, item = 'an item') => `${strand} puts ${item} into ${channel}${atLine(line)}`,
    get: (strand, line, channel, item = 'an item') => `${strand} takes ${item} out of ${channel}${atLine(line)}`,
  },
  signal: {
    wait: (strand, line, signal) => `${strand} has to wait for ${signal}${atLine(line)}`,
    set: (strand, line, signal) => `${strand} sets ${signal}${atLine(line)}`,
    clear: (strand, line, signal) => `${strand} clears ${signal}${atLine(line)}`,
    notify: (strand, line, signal) => `${strand} notifies ${signal}${atLine(line)}`,
  },
  held: (holders) => (holders.length === 0 ? 'free' : `held by ${list(holders)}`),
  holds: (items) => (items.length === 0 ? 'empty' : list(items)),
  set: (isSet) => (isSet ? 'set' : 'not set'),
  waiting: (state, strands) =>
    strands.length === 0 ? state : `${state}; ${list(strands)} ${strands.length === 1 ? 'waits' : 'wait'}`,
};

function comma(what: string, line: number): string {
  return line === 0 ? what : `${what},${atLine(line)}`;
}
