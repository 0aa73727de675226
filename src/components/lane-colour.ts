// Six shapes and six colours tell lanes apart; after six lanes the shapes come again, each in another colour.

/** The class that gives a lane its colour. */
export function laneColour(lane: number): string {
  return `lane-${((lane + Math.floor(lane / 6)) % 6) + 1}`;
}
