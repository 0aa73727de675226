// Where a run leaves the usual way, in English, without a full stop.
import type { DepartureWords } from '../catalogue.ts';

export const departures: DepartureWords = {
  usual: 'the usual run',
  all: (places, more) => {
    const sentence = places.join('; then ');
    return more === 0 ? sentence : `${sentence}; and so at ${more} more places`;
  },
  named: (name, line) => (line === undefined ? name : `${name} (line ${line})`),
  // less than a ms is no length that a person could tell
  stall: (ms, line, strand) => {
    const length = ms === undefined || ms < 1 ? '' : ` for ${Math.ceil(ms)} ms`;
    return `the process stands still${length} ${placeOf(line, strand)}`;
  },
  latency: (next = 'another wait', usual = 'the one that is due') => `${next} ends before ${usual}`,
  sameTurn: (next) => `${next} ends in the same turn of the loop`,
  notYet: (usual) => `${usual} ends in a later turn of the loop`,
  ties: (next = 'another timer', usual = 'the one that was set first') =>
    `${next} comes before ${usual}, due at the same time`,
  sets: (next = 'another', usual = 'the one that was made first') => `${next} is taken from a set before ${usual}`,
  threads: (next = 'another thread', isPreemption, line, strand = 'a thread') =>
    isPreemption ? `${strand} is stopped ${placeOf(line, undefined)}, and ${next} goes on` : `${next} goes on first`,
};

function placeOf(line: number | undefined, strand: string | undefined): string {
  if (line !== undefined) return `before line ${line}`;
  return strand === undefined ? 'between two turns of the loop' : `in ${strand}`;
}
