// What strands do with locks, channels and signals, in English.
import type { SyncCaptionWords } from '../catalogue.ts';
import { atLine, list } from './names.ts';

export const syncCaptions: SyncCaptionWords = {
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
};
