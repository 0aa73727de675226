// Strands and beads: for each printed line, which strands run through that row and which one printed it.
// Page and terminal draw from the same rows.
import type { Strand, Line, Recording } from '../recording.ts';

/** What one strand shows in one row: nothing yet or no more, a line running through, or the bead of the printed line. */
export type LaneCell = 'empty' | 'through' | 'bead';

interface LaneRow {
  readonly line: Line;
  /** One cell for each column of `columns`. */
  readonly cells: readonly LaneCell[];
  /** The strand that printed the line; undefined where the engine could not tell. */
  readonly strand: Strand | undefined;
}

export interface LaneChart {
  /** Strands that printed something: the main strand, then the others in the order of their first line. */
  readonly columns: readonly Strand[];
  readonly rows: readonly LaneRow[];
}

/** A strand runs from its first bead to its last; the main strand runs through all rows. */
export function laneChart(recording: Pick<Recording, 'strands' | 'lines'>): LaneChart {
  const only = recording.strands.length === 1 ? recording.strands[0] : undefined;
  const strandOf = (line: Line) => recording.strands.find((strand) => strand.id === line.strand) ?? only;
  const printers = recording.lines.map(strandOf);
  const printed = [...new Set(printers)].filter((strand) => strand !== undefined);
  const columns = [...printed.filter(isMain), ...printed.filter((strand) => !isMain(strand))];
  const spans = columns.map((strand) => ({ first: printers.indexOf(strand), last: printers.lastIndexOf(strand) }));
  const rows = recording.lines.map((line, row) => {
    const strand = printers[row];
    const cells = columns.map((column, index): LaneCell => {
      if (column === strand) return 'bead';
      const span = spans[index];
      const running = isMain(column) || (span !== undefined && span.first < row && row < span.last);
      return running ? 'through' : 'empty';
    });
    return { line, cells, strand };
  });
  return { columns, rows };
}

function isMain(strand: Strand): boolean {
  return strand.kind === 'main';
}
