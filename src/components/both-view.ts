// Both twins of a snippet side by side as the page brings them: where they part, in sentences, and how far each twin has come
// at each printed line, for the script that steps them together.
import { readTraces } from '../check/trace-evidence.ts';
import type { Snippet } from '../course/snippets.ts';
import { languageNames } from '../languages.ts';
import type { Language } from '../languages.ts';
import type { TraceEvent } from '../trace/events.ts';
import { parts, together } from '../trace/together.ts';
import type { Difference, TogetherRow } from '../trace/together.ts';
import { toRowEnds } from './steps/both-rows.ts';

/** A row at which the twins part. */
export interface BothItem {
  /** Number of the row, from 1. */
  readonly row: number;
  /** undefined for what happens after the last line. */
  readonly text: string | undefined;
  /** "only TypeScript prints it here", "both print it" */
  readonly who: string;
  readonly differences: readonly Difference[];
}

export interface BothView {
  readonly id: string;
  /** As `fromRowEnds` reads it. */
  readonly rows: string;
  readonly items: readonly BothItem[];
}

/** undefined where one of the twins has no fresh trace. */
export function bothView(snippet: Snippet): BothView | undefined {
  const [ts, py] = [plainRun(snippet, 'ts'), plainRun(snippet, 'py')];
  if (!ts || !py) return undefined;
  const rows = together(ts, py);
  const items = rows.flatMap((row, index) => (parts(row) ? [itemOf(row, index + 1)] : []));
  return { id: snippet.id, rows: toRowEnds(rows.map((row) => ({ ts: row.ts.to, py: row.py.to }))), items };
}

function plainRun(snippet: Snippet, language: Language): readonly TraceEvent[] | undefined {
  const evidence = readTraces(snippet, language);
  return evidence.state === 'fresh' ? evidence.traces.runs[0]?.events : undefined;
}

function itemOf({ text, by, differences }: TogetherRow, row: number): BothItem {
  return { row, text, who: whoPrints(by), differences };
}

function whoPrints({ ts, py }: TogetherRow['by']): string {
  if (ts !== undefined && py !== undefined) return 'both print it';
  return `only ${languageNames[ts === undefined ? 'py' : 'ts']} prints it here`;
}
