import { expect, test } from 'vitest';
import { laneChart } from '../../../src/trace/replay/lane-rows.ts';
import type { Strand, Line } from '../../../src/trace/recording.ts';

const strands: Strand[] = [
  { id: 0, kind: 'main', name: 'main' },
  { id: 1, kind: 'task', name: 'A' },
  { id: 2, kind: 'task', name: 'silent' },
  { id: 3, kind: 'task', name: 'B' },
];
const line = (text: string, strand?: number): Line => ({
  at: 0,
  stream: 'stdout',
  text,
  ...(strand === undefined ? {} : { strand }),
});
const drawn = (lines: Line[]) =>
  laneChart({ strands, lines }).rows.map(({ cells }) =>
    cells.map((cell) => ({ empty: ' ', through: '|', bead: 'o' })[cell]).join(''),
  );

test('the main strand stands first, the others in the order of their first line; a strand that printed nothing is left out', () => {
  const { columns } = laneChart({ strands, lines: [line('b', 3), line('m', 0), line('a', 1)] });
  expect(columns.map((strand) => strand.name)).toEqual(['main', 'B', 'A']);
});

test('a strand runs from its first bead to its last, the main strand through all rows', () => {
  const lines = [line('m', 0), line('a', 1), line('b', 3), line('a', 1), line('b', 3)];
  expect(drawn(lines)).toEqual(['o  ', '|o ', '||o', '|o|', '| o']);
});

test('a line whose strand is unknown has no bead', () => {
  expect(drawn([line('m', 0), line('?'), line('m', 0)])).toEqual(['o', '|', 'o']);
});

test('with one strand every line is its own', () => {
  const chart = laneChart({ strands: strands.slice(0, 1), lines: [line('x'), line('y')] });
  expect(chart.rows.map((row) => row.cells)).toEqual([['bead'], ['bead']]);
});
