// What a lane does just now, in words.
import * as words from './catalogue/words.ts';
import type { Names } from './names.ts';
import { waitOf } from './waits.ts';
import { calledBy, lineOf } from '../replay/state.ts';
import type { ReplayState, StrandState } from '../replay/state.ts';

/** "runs at line 4", "has called task B, at line 4", "sleeps for 0.1 s, at line 9" */
export function laneWords(one: StrandState, state: ReplayState, names: Names): string {
  const { strand, status, on } = one;
  const line = lineOf(one);
  const called = calledBy(state, strand);
  if (called !== undefined) return words.lanes.hasCalled(names.strand(called), line);
  if (status === 'running') return words.lanes.runs(line);
  return words.lanes.waits(on && waitOf(on, names, strand), line);
}
