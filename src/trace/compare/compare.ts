// Both twins of a snippet side by side: rows aligned at the printed lines, and where they part the difference named. All
// of it is read from the two traces; nothing is known of lessons.
import type { TraceEvent } from '../events.ts';
import { differencesOf } from './differences.ts';
import { twinsOf } from './twins.ts';
import { sideOf } from './strands.ts';
import { rowsOf } from './rows.ts';
import type { BareRow } from './rows.ts';
import { differenceTitles, differenceWords } from './words.ts';
import type { DifferenceKind } from './facts.ts';

/** A difference between the twins. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** "Eager and lazy start" */
  readonly title: string;
  /** What the traces show, with strands and lines of both; a sentence without a full stop. */
  readonly says: string;
}

export interface ComparedRow extends BareRow {
  /** In the order of the closed list of kinds. */
  readonly differences: readonly Difference[];
}

/** Rows of both traces of one snippet: one for each printed line, and one for the end. */
export function compareTwins(ts: readonly TraceEvent[], py: readonly TraceEvent[]): ComparedRow[] {
  const twins = twinsOf(sideOf(ts), sideOf(py));
  const findings = Map.groupBy(differencesOf(twins), ({ row }) => row);
  return rowsOf(twins.ts, twins.py, twins.matches).map((row, index) => ({
    ...row,
    differences: (findings.get(index) ?? []).map(({ facts }) => {
      return { kind: facts.kind, title: differenceTitles[facts.kind], says: differenceWords(facts) };
    }),
  }));
}

/** Whether the twins part in this row: another line, or a difference behind the same line. */
export function parts(row: ComparedRow): boolean {
  return row.differences.length > 0 || (row.text !== undefined && (row.by.ts === undefined || row.by.py === undefined));
}
