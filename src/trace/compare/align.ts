// Two outputs side by side: which printed line of one twin stands for which of the other. Equal texts, in the order of both.

/** Indexes into the two lists; one is undefined where a line of the other list stands alone. */
export interface Match {
  readonly left: number | undefined;
  readonly right: number | undefined;
}

/** More than all bonuses of a run together: no bonus outweighs a line. */
const oneLine = 1_000_000;

/**
 * The longest common subsequence of two lists, with what stands alone between its elements: lines of the left list first.
 * `bonus` (a small whole number) decides between subsequences of one length; then the one that is earlier on the right.
 */
export function align(
  left: readonly string[],
  right: readonly string[],
  bonus: (left: number, right: number) => number = () => 0,
): Match[] {
  const weight = (i: number, j: number) => (left[i] === right[j] ? oneLine + bonus(i, j) : 0);
  const best = scores(left.length, right.length, weight);
  const matches: Match[] = [];
  let from = 0;
  right.forEach((_, j) => {
    const goal = best[from]?.[j];
    for (let i = from; i < left.length; i++) {
      if (weight(i, j) === 0 || weight(i, j) + (best[i + 1]?.[j + 1] ?? 0) !== goal) continue;
      matches.push(...alone(from, i, 'left'), { left: i, right: j });
      from = i + 1;
      return;
    }
    matches.push({ left: undefined, right: j });
  });
  return leftFirst([...matches, ...alone(from, left.length, 'left')]);
}

/** For each pair of positions the weight of the best subsequence of what is left from there on. */
function scores(left: number, right: number, weight: (i: number, j: number) => number): readonly number[][] {
  const best = Array.from({ length: left + 1 }, () => Array<number>(right + 1).fill(0));
  for (let i = left - 1; i >= 0; i--) {
    for (let j = right - 1; j >= 0; j--) {
      const both = weight(i, j) === 0 ? 0 : weight(i, j) + (best[i + 1]?.[j + 1] ?? 0);
      const row = best[i];
      if (row) row[j] = Math.max(both, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return best;
}

function alone(from: number, to: number, side: keyof Match): Match[] {
  return Array.from({ length: to - from }, (_, index) => ({ left: undefined, right: undefined, [side]: from + index }));
}

/** Between two common lines those of the left list come first. */
function leftFirst(matches: readonly Match[]): Match[] {
  const rows: Match[] = [];
  let waiting: Match[] = [];
  for (const match of matches) {
    if (match.left === undefined) waiting.push(match);
    else if (match.right === undefined) rows.push(match);
    else {
      rows.push(...waiting, match);
      waiting = [];
    }
  }
  return [...rows, ...waiting];
}
