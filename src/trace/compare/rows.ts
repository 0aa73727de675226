// The rows of two traces: one for each printed line, common or of one twin alone, and one for what comes after the last.
import type { Stream } from '../recording.ts';
import { align } from './align.ts';
import { strandAt, lineOf } from './strands.ts';
import type { StrandPair, Side } from './strands.ts';

/** Indexes of the `print` events of a row. */
export interface AlignedPrints {
  readonly ts: number | undefined;
  readonly py: number | undefined;
}

/** Steps `from` to `to` of a trace (how many events have happened): what one twin does for a row. */
interface RowSteps {
  readonly from: number;
  readonly to: number;
}

export interface BareRow {
  /** The printed line; undefined in the last row, which is what happens after the last line. */
  readonly text: string | undefined;
  readonly stream: Stream;
  /** Who prints it: "main", "task B"; undefined for the twin that does not. */
  readonly by: { readonly ts: string | undefined; readonly py: string | undefined };
  /** From the line before it in this twin; empty where the line is of the other twin alone. */
  readonly ts: RowSteps;
  readonly py: RowSteps;
}

/** The printed lines of both; of two equally good ways to align them that which keeps the lines of main in place. */
export function alignPrints(ts: Side, py: Side, pairs: readonly StrandPair[]): AlignedPrints[] {
  const left = ts.prints.map((index) => lineOf(ts, index));
  const right = py.prints.map((index) => lineOf(py, index));
  const main = pairs.find((pair) => pair.ts.strand === 0)?.py.strand;
  const ofMain = (i: number, j: number) =>
    strandAt(ts, ts.prints[i] ?? 0) === 0 && strandAt(py, py.prints[j] ?? 0) === main;
  return align(left, right, (i, j) => (ofMain(i, j) ? 1 : 0)).map((match) => ({
    ts: match.left === undefined ? undefined : ts.prints[match.left],
    py: match.right === undefined ? undefined : py.prints[match.right],
  }));
}

export function rowsOf(ts: Side, py: Side, matches: readonly AlignedPrints[]): BareRow[] {
  const done = { ts: 0, py: 0 };
  const steps = (twin: 'ts' | 'py', print: number | undefined): RowSteps => {
    const from = done[twin];
    done[twin] = print === undefined ? from : print + 1;
    return { from, to: done[twin] };
  };
  const rows = matches.map((match): BareRow => {
    const event = match.ts === undefined ? py.events[match.py ?? 0] : ts.events[match.ts];
    const { text, stream } = event?.kind === 'print' ? event : { text: undefined, stream: 'stdout' as const };
    const by = { ts: printer(ts, match.ts), py: printer(py, match.py) };
    return { text, stream, by, ts: steps('ts', match.ts), py: steps('py', match.py) };
  });
  const by = { ts: undefined, py: undefined };
  const end = { ts: steps('ts', ts.events.length - 1), py: steps('py', py.events.length - 1) };
  return [...rows, { text: undefined, stream: 'stdout', by, ...end }];
}

function printer(side: Side, print: number | undefined): string | undefined {
  return print === undefined ? undefined : side.names.strand(strandAt(side, print));
}

/** The row in which an event of one twin happens. */
export function rowAt(matches: readonly AlignedPrints[], twin: 'ts' | 'py', index: number): number {
  const row = matches.findIndex((match) => (match[twin] ?? -1) >= index);
  return row < 0 ? matches.length : row;
}
