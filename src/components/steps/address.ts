// The address of a step: `#step=<snippet>.<language>.<run>.<events>`, and which line of a file stands where in a block of code.

export interface StepAddress {
  /** "chapter/name.ts" */
  readonly twin: string;
  /** Which run of the twin, from 0. */
  readonly run: number;
  /** How many events have happened. */
  readonly step: number;
}

/** With the number sign: "#step=chapter/name.ts.0.12" */
export function toHash({ twin, run, step }: StepAddress): string {
  return `#step=${twin}.${run}.${step}`;
}

/** undefined for every other fragment. */
export function fromHash(hash: string): StepAddress | undefined {
  const [, twin, run, step] = /^#step=([\w/.-]+\.(?:ts|py))\.(\d+)\.(\d+)$/.exec(hash) ?? [];
  return twin === undefined ? undefined : { twin, run: Number(run), step: Number(step) };
}

/** Lines in ascending order, short: [1, 2, 3, 7] is "1-3,7". */
export function toRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges[ranges.length - 1];
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

export function fromRanges(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
