// Both twins of a snippet side by side: rows aligned at the printed lines, and where they part the difference named. All
// of it is read from the two traces; nothing is known of lessons.
import type { TraceEvent } from './events.ts';
import { differencesOf } from './together-differences.ts';
import { pairLanes, sideOf } from './together-lanes.ts';
import { alignPrints, rowsOf } from './together-rows.ts';
import type { BareRow } from './together-rows.ts';
import { differenceTitles, differenceWords } from './together-words.ts';
import type { DifferenceKind } from './together-words.ts';

/** A difference between the twins. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** "Eager and lazy start" */
  readonly title: string;
  /** What the traces show, with lanes and lines of both; a sentence without a full stop. */
  readonly says: string;
}

export interface TogetherRow extends BareRow {
  /** In the order of the closed list of kinds. */
  readonly differences: readonly Difference[];
}

/** Rows of both traces of one snippet: one for each printed line, and one for the end. */
export function together(tsEvents: readonly TraceEvent[], pyEvents: readonly TraceEvent[]): TogetherRow[] {
  const ts = sideOf(tsEvents);
  const py = sideOf(pyEvents);
  const pairs = pairLanes(ts, py);
  const matches = alignPrints(ts, py, pairs);
  const found = differencesOf({ ts, py, pairs, matches });
  return rowsOf(ts, py, matches).map((row, index) => ({
    ...row,
    differences: found
      .filter((one) => one.row === index)
      .map(({ facts }) => ({ kind: facts.kind, title: differenceTitles[facts.kind], says: differenceWords(facts) })),
  }));
}

/** Whether the twins part in this row: another line, or a difference behind the same line. */
export function parts(row: TogetherRow): boolean {
  return row.differences.length > 0 || (row.text !== undefined && (row.by.ts === undefined || row.by.py === undefined));
}
