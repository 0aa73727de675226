// The table of the page about the proof: for each program, how many outputs it has, of how many schedules, chapter by chapter.
import { boundsOf } from '../../check/counts/promise.ts';
import type { SnippetExplored, TwinExplored } from '../../check/counts/schedules.ts';
import type { Course } from '../../course/course.ts';

export interface ProofGroup {
  /** The title of the chapter. */
  readonly chapter: string;
  readonly rows: readonly ProofRow[];
}

interface ProofRow {
  readonly name: string;
  /** "6 of 14, complete", "20 real runs" */
  readonly ts: string;
  readonly py: string;
}

/** Chapters in the order of the course, the programs of each by name; chapters without programs are left out. */
export function proofTable(chapters: Course['chapters'], snippets: readonly SnippetExplored[]): ProofGroup[] {
  return chapters.flatMap(({ id, title }) => {
    const own = snippets.filter((snippet) => snippet.id.startsWith(`${id}/`));
    const rows = own
      .map((snippet) => ({
        name: snippet.id.slice(id.length + 1),
        ts: cell(snippet.twins.ts),
        py: cell(snippet.twins.py),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return rows.length === 0 ? [] : [{ chapter: title, rows }];
  });
}

function cell(twin: TwinExplored | undefined): string {
  if (!twin) return 'not recorded';
  const { schedules, outputs, realRuns } = twin;
  const explored =
    schedules > 0 ? [`${outputs} of ${schedules.toLocaleString('en')}, ${howMuch(twin)}`, ...margin(twin)] : [];
  return [...explored, ...(realRuns > 0 ? [`sampled: ${realRuns} real runs`] : [])].join('; ');
}

/** "complete", "complete for at most 2 stalls", or "sampled" */
function howMuch(twin: TwinExplored): string {
  if (!twin.isComplete) return 'sampled';
  const bounds = boundsOf(twin);
  return bounds.length === 0 ? 'complete' : `complete for at most ${bounds.join(' and ')}`;
}

function margin({ causes }: TwinExplored): string[] {
  return causes.flatMap(({ cause, margin: least }) => {
    return least === undefined ? [] : [`margin ${least < 1 ? 'under 1' : Math.ceil(least)} ms of ${cause}`];
  });
}
