// The table of the page about the proof: for each program, how many distinct outputs its schedules had, chapter by chapter.
import type { SnippetExplored, TwinExplored } from '../../check/counts/schedules.ts';
import type { Course } from '../../course/course.ts';

export interface ProofGroup {
  /** The title of the chapter. */
  readonly chapter: string;
  /** "6 of 251", "20 real runs", or both. */
  readonly rows: readonly { readonly name: string; readonly ts: string; readonly py: string }[];
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
  const parts = [
    ...(schedules > 0 ? [`${outputs} of ${schedules}`] : []),
    ...(realRuns > 0 ? [`${realRuns} real runs`] : []),
  ];
  return parts.join(', ');
}
