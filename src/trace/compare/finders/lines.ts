// Rows that part and that no other difference explains: a line that stands elsewhere in the other twin, or only in one.
import { placeOf, sameLine, areWhole, textOf } from '../twins.ts';
import type { Finding, Twin, Twins } from '../twins.ts';
import { strandAt } from '../strands.ts';
import { rowAt } from '../rows.ts';

export function lineDifferences(twins: Twins, findings: readonly Finding[]): Finding[] {
  return [...moved(twins, findings), ...missing(twins, findings)];
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

function hasFinding(twins: Twins, findings: readonly Finding[], twin: Twin, print: number): boolean {
  return findings.some(({ strands }) => strands[twin].includes(strandAt(twins[twin], print)));
}

/** Told once for each two strands: the line that the TypeScript twin prints at another place than the Python twin. */
function moved(twins: Twins, findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return lones(twins).flatMap(({ twin, print, row }) => {
    const there = sameLine(twins, twin, print);
    if (twin === 'py' || there === undefined) return [];
    if (hasFinding(twins, findings, 'ts', print) || hasFinding(twins, findings, 'py', there)) return [];
    const key = `${strandAt(twins.ts, print)} ${strandAt(twins.py, there)}`;
    const other = rowAt(twins.matches, 'py', there);
    const between = twins.matches
      .slice(Math.min(row, other), Math.max(row, other))
      .find((one) => one.ts !== undefined && one.py !== undefined);
    if (seen.has(key) || between?.ts === undefined) return [];
    seen.add(key);
    const facts = {
      kind: 'moved',
      text: textOf(twins.ts, print),
      than: textOf(twins.ts, between.ts),
      first: row < other ? 'ts' : 'py',
      ts: placeOf(twins.ts, print),
      py: placeOf(twins.py, there),
      real: !areWhole(twins),
    } as const;
    return [{ facts, row, strands: { ts: [], py: [] } }];
  });
}

/** Told once between two common lines: what each twin prints there that the other never does. */
function missing(twins: Twins, findings: readonly Finding[]): Finding[] {
  const explains = findings.filter((one) => one.missing);
  const left = lones(twins).filter(({ twin, print }) => {
    return sameLine(twins, twin, print) === undefined && !hasFinding(twins, explains, twin, print);
  });
  const common = (row: number) =>
    twins.matches.slice(0, row).filter(({ ts, py }) => ts !== undefined && py !== undefined);
  return [...Map.groupBy(left, ({ row }) => common(row).length).values()].flatMap((group) => {
    const half = (twin: Twin) => {
      const [first, ...more] = group.filter((one) => one.twin === twin);
      const side = twins[twin];
      return first && { ...placeOf(side, first.print), text: textOf(side, first.print), more: more.length };
    };
    const facts = { kind: 'other line', ts: half('ts'), py: half('py'), real: !areWhole(twins) } as const;
    return group[0] ? [{ facts, row: group[0].row, strands: { ts: [], py: [] } }] : [];
  });
}
