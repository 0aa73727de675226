// Which lines of a program its other half does not have: those that the workbench marks in a broken or a fixed program. Pure.

/** Places, from 0, of the lines of `own` that stand in no longest common run of lines with `other`; indentation counts. */
export function changedLines(own: readonly string[], other: readonly string[]): number[] {
  const common = commonLengths(own, other);
  const changed: number[] = [];
  let [left, right] = [0, 0];
  while (left < own.length) {
    const same = right < other.length && own[left] === other[right];
    if (same) [left, right] = [left + 1, right + 1];
    else if (right < other.length && at(common, left, right + 1) >= at(common, left + 1, right)) right++;
    else changed.push(left++);
  }
  return changed.filter((index) => own[index]?.trim() !== '');
}

type Table = readonly (readonly number[])[];

function at(table: Table, left: number, right: number): number {
  return table[left]?.[right] ?? 0;
}

/** How many lines the rests from each pair of places on have in common, in their order. */
function commonLengths(own: readonly string[], other: readonly string[]): Table {
  const table = Array.from({ length: own.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let left = own.length - 1; left >= 0; left--) {
    for (let right = other.length - 1; right >= 0; right--) {
      const row = table[left];
      if (!row) continue;
      row[right] =
        own[left] === other[right]
          ? at(table, left + 1, right + 1) + 1
          : Math.max(at(table, left + 1, right), at(table, left, right + 1));
    }
  }
  return table;
}
