// Both twins of a snippet side by side as the page brings them: where they part, in sentences, and how far each twin has come
// at each printed line, for the script that steps them together.
import { readTraces } from '../../recorded/traces.ts';
import type { Snippet } from '../../course/snippets.ts';
import { languageNames, languages } from '../../languages.ts';
import type { StoredTraces } from '../../trace/stored.ts';
import { parts, compareTwins } from '../../trace/compare/compare.ts';
import type { Difference, ComparedRow } from '../../trace/compare/compare.ts';
import { toRowEnds } from '../steps/both/rows.ts';

/** A row at which the twins part. */
interface BothItem {
  /** Number of the row, from 1. */
  readonly row: number;
  /** undefined for what happens after the last line. */
  readonly text: string | undefined;
  /** "only TypeScript prints it here", "both print it" */
  readonly who: string;
  readonly differences: readonly Difference[];
}

export interface BothView {
  readonly id: string;
  /** Which run of each twin: "0.0" for the plain ones. */
  readonly runs: string;
  /** As `fromRowEnds` reads it. */
  readonly rows: string;
  readonly items: readonly BothItem[];
}

/** undefined where one of the twins has no fresh trace. */
export function bothView(snippet: Snippet): BothView | undefined {
  const [ts, py] = languages.map((language) => readTraces(snippet, language));
  if (ts?.state !== 'fresh' || py?.state !== 'fresh') return undefined;
  const { runs, rows } = alike(ts.traces, py.traces);
  const items = rows.flatMap((row, index) => (parts(row) ? [itemOf(row, index + 1)] : []));
  const ends = rows.map((row) => ({ ts: row.ts.to, py: row.py.to }));
  return { id: snippet.id, runs: runs.join('.'), rows: toRowEnds(ends), items };
}

interface Pairing {
  /** Indexes of a run of each twin, TypeScript first. */
  readonly runs: readonly [number, number];
  readonly rows: readonly ComparedRow[];
}

/**
 * The plain runs. Of real runs, which differ by chance, the first two of all that have the fewest rows: then what is left of
 * differences is not chance alone.
 */
function alike(ts: StoredTraces, py: StoredTraces): Pairing {
  const real = ts.explored.length === 0 || py.explored.length === 0;
  const pairings = ts.runs.flatMap((left, i) =>
    py.runs.flatMap((right, j): Pairing[] =>
      real || (i === 0 && j === 0) ? [{ runs: [i, j], rows: compareTwins(left.events, right.events) }] : [],
    ),
  );
  return pairings.reduce((best, one) => (lone(one) < lone(best) ? one : best));
}

/** How many lines stand alone. */
function lone({ rows }: Pairing): number {
  return rows.filter(({ by }) => (by.ts === undefined) !== (by.py === undefined)).length;
}

function itemOf({ text, by, differences }: ComparedRow, row: number): BothItem {
  return { row, text, who: whoPrints(by), differences };
}

function whoPrints({ ts, py }: ComparedRow['by']): string {
  if (ts !== undefined && py !== undefined) return 'both print it';
  return `only ${languageNames[ts === undefined ? 'py' : 'ts']} prints it here`;
}
