// Rows that part and that no other difference explains: a line that stands elsewhere in the other twin, or only in one.
import { placeOf, sameLine, tellAll, textOf } from '../twins.ts';
import type { Found, Twin, Twins } from '../twins.ts';
import { laneAt } from '../lanes.ts';
import { rowAt } from '../rows.ts';

export function lineDifferences(twins: Twins, found: readonly Found[]): Found[] {
  return [...moved(twins, found), ...missing(twins, found)];
}

interface Lone {
  readonly twin: Twin;
  readonly print: number;
  readonly row: number;
}

function lones({ matches }: Twins): Lone[] {
  return matches.flatMap(({ ts, py }, row): Lone[] => {
    if (ts !== undefined && py !== undefined) return [];
    return ts === undefined ? [{ twin: 'py', print: py ?? 0, row }] : [{ twin: 'ts', print: ts, row }];
  });
}

function explained(twins: Twins, found: readonly Found[], twin: Twin, print: number): boolean {
  return found.some(({ lanes }) => lanes[twin].includes(laneAt(twins[twin], print)));
}

/** Told once for each two lanes: the line that the TypeScript twin prints at another place than the Python twin. */
function moved(twins: Twins, found: readonly Found[]): Found[] {
  const told = new Set<string>();
  return lones(twins).flatMap(({ twin, print, row }) => {
    const there = sameLine(twins, twin, print);
    if (twin === 'py' || there === undefined) return [];
    if (explained(twins, found, 'ts', print) || explained(twins, found, 'py', there)) return [];
    const key = `${laneAt(twins.ts, print)} ${laneAt(twins.py, there)}`;
    const other = rowAt(twins.matches, 'py', there);
    const between = twins.matches
      .slice(Math.min(row, other), Math.max(row, other))
      .find((one) => one.ts !== undefined && one.py !== undefined);
    if (told.has(key) || between?.ts === undefined) return [];
    told.add(key);
    const facts = {
      kind: 'moved',
      text: textOf(twins.ts, print),
      than: textOf(twins.ts, between.ts),
      first: row < other ? 'ts' : 'py',
      ts: placeOf(twins.ts, print),
      py: placeOf(twins.py, there),
      real: !tellAll(twins),
    } as const;
    return [{ facts, row, lanes: { ts: [], py: [] } }];
  });
}

/** Told once between two common lines: what each twin prints there that the other never does. */
function missing(twins: Twins, found: readonly Found[]): Found[] {
  const explains = found.filter((one) => one.missing);
  const left = lones(twins).filter(({ twin, print }) => {
    return sameLine(twins, twin, print) === undefined && !explained(twins, explains, twin, print);
  });
  const common = (row: number) =>
    twins.matches.slice(0, row).filter(({ ts, py }) => ts !== undefined && py !== undefined);
  return [...Map.groupBy(left, ({ row }) => common(row).length).values()].flatMap((group) => {
    const half = (twin: Twin) => {
      const [first, ...more] = group.filter((one) => one.twin === twin);
      const side = twins[twin];
      return first && { ...placeOf(side, first.print), text: textOf(side, first.print), more: more.length };
    };
    const facts = { kind: 'other line', ts: half('ts'), py: half('py'), real: !tellAll(twins) } as const;
    return group[0] ? [{ facts, row: group[0].row, lanes: { ts: [], py: [] } }] : [];
  });
}
