// How lanes, locks, channels and signals stand, in English.
import type { LaneWords, SyncObjectWords } from '../catalogue.ts';
import { atLine, list } from './names.ts';

export const lanes: LaneWords = {
  runs: (line) => `runs${atLine(line)}`,
  hasCalled: (strand, line) => comma(`has called ${strand}`, line),
  waits: (wait, line) => comma(wait?.does ?? 'is suspended', line),
};

export const syncObjects: SyncObjectWords = {
  held: (holders) => (holders.length === 0 ? 'free' : `held by ${list(holders)}`),
  holds: (items) => (items.length === 0 ? 'empty' : list(items)),
  set: (isSet) => (isSet ? 'set' : 'not set'),
  waiting: (state, strands) =>
    strands.length === 0 ? state : `${state}; ${list(strands)} ${strands.length === 1 ? 'waits' : 'wait'}`,
};

function comma(what: string, line: number): string {
  return line === 0 ? what : `${what},${atLine(line)}`;
}
