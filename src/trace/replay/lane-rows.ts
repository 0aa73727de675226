// Lanes and beads: for each printed line, which lanes run through that row and which one printed it.
// Page and terminal draw from the same rows.
import type { Lane, Line, Recording } from '../recording.ts';

/** What one lane shows in one row: nothing yet or no more, a line running through, or the bead of the printed line. */
export type LaneCell = 'empty' | 'through' | 'bead';

export interface LaneRow {
  readonly line: Line;
  /** One cell for each column of `columns`. */
  readonly cells: readonly LaneCell[];
  /** The lane that printed the line; undefined where the engine could not tell. */
  readonly lane: Lane | undefined;
}

export interface LaneChart {
  /** Lanes that printed something: the main lane, then the others in the order of their first line. */
  readonly columns: readonly Lane[];
  readonly rows: readonly LaneRow[];
}

/** A lane runs from its first bead to its last; the main lane runs through all rows. */
export function laneChart(recording: Pick<Recording, 'lanes' | 'lines'>): LaneChart {
  const only = recording.lanes.length === 1 ? recording.lanes[0] : undefined;
  const laneOf = (line: Line) => recording.lanes.find((lane) => lane.id === line.lane) ?? only;
  const printers = recording.lines.map(laneOf);
  const printed = [...new Set(printers)].filter((lane) => lane !== undefined);
  const columns = [...printed.filter(isMain), ...printed.filter((lane) => !isMain(lane))];
  const spans = columns.map((lane) => ({ first: printers.indexOf(lane), last: printers.lastIndexOf(lane) }));
  const rows = recording.lines.map((line, row) => {
    const lane = printers[row];
    const cells = columns.map((column, index): LaneCell => {
      if (column === lane) return 'bead';
      const span = spans[index];
      const running = isMain(column) || (span !== undefined && span.first < row && row < span.last);
      return running ? 'through' : 'empty';
    });
    return { line, cells, lane };
  });
  return { columns, rows };
}

function isMain(lane: Lane): boolean {
  return lane.kind === 'main';
}
