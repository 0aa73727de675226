// Which shape and colour each lane of a trace has: those of its lines in the printed list beside the code, so that both agree.
import type { PrintedLine } from '../../trace/replay/state.ts';

/** A line of the recorded output, and the place of the lane that printed it; undefined where that is not shown. */
export interface ShownLine {
  readonly text: string;
  readonly look: number | undefined;
}

/** The lines as the page shows them, with the column of their bead; none where there is no such part. */
export function shownLines(printed: Element | null): ShownLine[] {
  return [...(printed?.querySelectorAll('.lines > .line') ?? [])].map((row) => {
    const look = [...row.querySelectorAll('.cell')].findIndex((cell) => cell.classList.contains('bead'));
    return { text: row.querySelector('samp')?.textContent ?? '', look: look < 0 ? undefined : look };
  });
}

/** A look for each lane; a lane that printed nothing gets one that no other has, as long as they last. */
export function looksOf(
  strands: readonly number[],
  output: readonly PrintedLine[],
  shown: readonly ShownLine[],
): Map<number, number> {
  const looks = new Map<number, number>();
  const pairs = pairLines(
    output.map(({ text }) => text),
    shown.map(({ text }) => text),
  );
  output.forEach(({ strand }, index) => {
    const look = shown[pairs[index] ?? -1]?.look;
    if (look !== undefined && !looks.has(strand) && ![...looks.values()].includes(look)) looks.set(strand, look);
  });
  const taken = new Set(looks.values());
  let next = 0;
  for (const strand of strands) {
    if (looks.has(strand)) continue;
    while (taken.has(next)) next++;
    taken.add(next);
    looks.set(strand, next);
  }
  return looks;
}

/** For each line of a run, which line of the shown output it is: the next one of the same text. */
export function pairLines(run: readonly string[], shown: readonly string[]): (number | undefined)[] {
  const free = new Map<string, number[]>();
  shown.forEach((text, index) => free.set(text, [...(free.get(text) ?? []), index]));
  return run.map((text) => free.get(text)?.shift());
}
