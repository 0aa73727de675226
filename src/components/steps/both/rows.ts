// How far each twin has come at each row, as one short attribute of the page. Pure: the page writes it, the script reads it.

/** How many events of each twin have happened once the row is done. */
export interface RowEnd {
  readonly ts: number;
  readonly py: number;
}

/** "3.7 5.0 0.2": how many events each row takes, TypeScript first. */
export function toRowEnds(ends: readonly RowEnd[]): string {
  return ends.map(({ ts, py }, row) => `${ts - (ends[row - 1]?.ts ?? 0)}.${py - (ends[row - 1]?.py ?? 0)}`).join(' ');
}

export function fromRowEnds(text: string): RowEnd[] {
  let done: RowEnd = { ts: 0, py: 0 };
  return text.split(' ').map((row) => {
    const [ts = 0, py = 0] = row.split('.').map(Number);
    done = { ts: done.ts + ts, py: done.py + py };
    return done;
  });
}
