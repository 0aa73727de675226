// Six shapes and six colours tell lanes apart; after six lanes the shapes come again, each in another colour.

/** Outlines of the beads, in a square of 12 by 12. */
const shapes = [
  'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  'M1.5 1.5h9v9h-9z',
  'M6 .3 11.7 6 6 11.7.3 6z',
  'M6 .8 11.6 10.6H.4z',
  'M3.1 1h5.8l2.9 5-2.9 5H3.1L.2 6z',
  'M4 .8h4v3.2h3.2v4H8v3.2H4V8H.8V4H4z',
];

/** The class that gives a lane its colour. */
export function laneColour(strand: number): string {
  return `lane-${((strand + Math.floor(strand / 6)) % 6) + 1}`;
}

/** The outline of a lane's bead, for the `d` of a path. */
export function laneShape(strand: number): string {
  return shapes[strand % shapes.length] ?? '';
}
