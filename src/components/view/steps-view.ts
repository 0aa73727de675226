// The steps of one twin as the page brings them: the short walk as sentences, where the runs are fetched, what each run is.
import { outputOf } from '../../recorded/outputs.ts';
import { failingIndex, readTraces, storedFailure } from '../../recorded/traces.ts';
import type { Snippet } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import { outputKey } from '../../runtime/process/output-key.ts';
import { address } from '../../site/address.ts';
import { inMs } from '../../trace/narrate/names.ts';
import { captionsOf } from '../../trace/narrate/captions.ts';
import type { TraceEvent } from '../../trace/events.ts';
import { shortSteps } from '../../trace/replay/short-steps.ts';
import { servedPath } from '../../trace/stored.ts';
import { departuresInWords } from '../../trace/narrate/departures.ts';
import type { StoredRun, StoredTraces } from '../../trace/stored.ts';
import { toRanges } from '../../site/line-ranges.ts';
import { narrateStep } from '../steps/sentences.ts';

export interface StepItem {
  /** From 1. */
  readonly step: number;
  readonly text: string;
  /** "100 ms", where the clock differs from that of the item before. */
  readonly at: string | undefined;
}

export interface StepsView {
  /** "chapter/name.ts" */
  readonly twin: string;
  /** The address of the runs, without ".<number>.json". */
  readonly src: string;
  /** The lines of the file that are shown: "1-12,14-20". */
  readonly lines: string;
  /** Which run the list tells, and the reader steps through first. */
  readonly run: number;
  /** What each run is, for the reader to choose; empty where there is one only. */
  readonly runs: readonly string[];
  /** "All 14 steps of the failing schedule" */
  readonly title: string;
  readonly items: readonly StepItem[];
  /** The list leaves steps out: it has only those that print a line. */
  readonly printsOnly: boolean;
}

/** Of a longer run the page lists only the steps that print a line: the player shows them all. */
export const mostListed = 40;

/** undefined where the twin has no fresh trace. `lines`: those of the file that the page shows. */
export function stepsView(snippet: Snippet, language: Language, lines: readonly number[]): StepsView | undefined {
  const stored = readTraces(snippet, language);
  if (stored.state !== 'fresh') return undefined;
  const { traces } = stored;
  const failure = storedFailure(snippet, language);
  const failing = failure ? failingIndex(traces, failure) : undefined;
  const run = failing ?? 0;
  const events = traces.runs[run]?.events ?? [];
  const count = shortSteps(events).length;
  const printsOnly = count > mostListed;
  const listed = printsOnly ? 'The steps that print a line' : count === 1 ? 'The one step' : `All ${count} steps`;
  return {
    twin: `${snippet.id}.${language}`,
    src: `${address.base}/${servedPath(snippet.id, language, run).replace(`.${run}.json`, '')}`,
    lines: toRanges(lines),
    run,
    runs: traces.runs.length > 1 ? traces.runs.map((_, index) => runTitle(traces, index, index === failing)) : [],
    title: `${listed}${failure ? ' of the failing schedule' : ''}`,
    items: itemsOf(events, printsOnly),
    printsOnly,
  };
}

/** What a title is made of: the runs, and how many schedules had the output of each. */
type Titled = Pick<StoredTraces, 'explored' | 'runs'>;

/** "as recorded", "bob ends before ann: another order (12 of 200 schedules)" */
export function runTitle({ explored, runs }: Titled, index: number, failing: boolean): string {
  const [recorded, run] = [runs[0], runs[index]];
  if (!recorded || !run) return '';
  const total = explored.reduce((sum, { coverage }) => sum + coverage.schedules, 0);
  const often = total > 0 ? ` (${run.schedules} of ${total} schedules)` : '';
  if (index === 0) return `${failing ? 'as recorded: it fails' : 'as recorded'}${often}`;
  const differs = sameLines(recorded, run) ? 'another order' : 'another output';
  return `${conditionOf(run)}: ${failing ? 'it fails' : differs}${often}`;
}

/** Where a run leaves the usual one, in words. */
export function conditionOf({ departures = [], seed }: StoredRun): string {
  return seed === undefined ? departuresInWords(departures) : `a real run under the pauses of seed ${seed}`;
}

/** Both runs print the same lines, each as often, and end alike: no more than the order can differ. */
function sameLines(one: StoredRun, other: StoredRun): boolean {
  const [left, right] = [one, other].map((run) => {
    const { stdout, stderr, exit } = outputOf(run);
    return outputKey({ stdout: stdout.toSorted(), stderr: stderr.toSorted(), exit });
  });
  return left === right;
}

/** The short steps of a run as sentences, or only those that print a line; numbered as the player numbers them. */
export function itemsOf(events: readonly TraceEvent[], printsOnly: boolean): StepItem[] {
  const captions = captionsOf(events);
  const items: StepItem[] = [];
  let clock = '';
  for (const [index, { step, narrated }] of shortSteps(events).entries()) {
    const event = events[step - 1];
    if (!event || (printsOnly && event.kind !== 'print')) continue;
    const now = inMs(event.at);
    items.push({ step: index + 1, text: narrateStep(captions, narrated), at: now === clock ? undefined : now });
    clock = now;
  }
  return items;
}
