// What a program printed, as the page shows it: rows with beads, brackets around lines that may swap, and the verdict in words.
import { CourseError } from '../../error.ts';
import { promiseOf } from '../../check/counts/promise.ts';
import type { Promised } from '../../check/counts/promise.ts';
import { exploredOf } from '../../check/counts/schedules.ts';
import type { Snippet } from '../../course/snippets.ts';
import { contractOf, readStoredRecording, textOf } from '../../recorded/recordings.ts';
import type { Language } from '../../languages.ts';
import { alignRun, checkRun, explainContract } from '../../order/index.ts';
import type { AlignedLine, Contract } from '../../order/index.ts';
import { outputOf } from '../../recorded/outputs.ts';
import { readTraces } from '../../recorded/traces.ts';
import type { StoredTraces } from '../../trace/stored.ts';
import { toHash } from '../bench/address.ts';
import type { LaneCell } from '../../trace/replay/lane-rows.ts';
import { laneChart } from '../../trace/replay/lane-rows.ts';
import type { Recording, Stream } from '../../trace/recording.ts';

interface PrintedLine {
  readonly text: string;
  readonly stream: Stream;
  readonly cells: readonly LaneCell[];
  /** The name of the lane that printed it. */
  readonly strand: string;
  /** Where the line stands in a run of lines that may swap. */
  readonly free: readonly ('first' | 'last')[] | undefined;
}

export interface PrintedView {
  readonly kind: 'printed';
  /** "Node 26.10.0", "CPython 3.11.7 with gevent 25.9.1" */
  readonly engine: string;
  readonly exit: number;
  readonly columns: readonly string[];
  readonly lines: readonly PrintedLine[];
  /** Which lines may swap and why, a sentence for each freedom. */
  readonly freedoms: readonly string[];
  /** What else the contract says, in sentences. */
  readonly promises: readonly string[];
  /** On what the order rests; undefined where nothing is stored of its proof. */
  readonly promised: Promised | undefined;
  /** The address of a run that breaks the contract, where the order is only usual. */
  readonly breaking: string | undefined;
}

const engineTitles: Record<string, string> = { node: 'Node', cpython: 'CPython', pyodide: 'Pyodide' };

export function printedView(snippet: Snippet, language: Language): PrintedView {
  const recording = freshRecording(snippet, language);
  const contract = contractOf(snippet, language);
  const chart = laneChart(recording);
  const aligned = alignRun(contract, textOf(recording.lines, 'stdout'));
  const showHelp = explainContract(contract);
  const stored = readTraces(snippet, language);
  const traces = stored.state === 'fresh' ? stored.traces : undefined;
  return {
    kind: 'printed',
    engine: printedBy(recording),
    exit: recording.exit,
    columns: chart.columns.map((strand) => strand.name),
    lines: printedLines(chart.rows, aligned),
    freedoms: showHelp.filter(({ freedom }) => freedom !== undefined).map((one) => one.text),
    promises: showHelp.filter(({ freedom }) => freedom === undefined).map((one) => one.text),
    promised: traces && promiseOf(exploredOf(traces, snippet, language)),
    breaking: traces && contract.assumptions.length > 0 ? breakingRun(traces, contract) : undefined,
  };
}

function breakingRun({ snippet, language, runs }: StoredTraces, contract: Contract): string | undefined {
  const run = runs.findIndex((one) => checkRun(contract, outputOf(one)).length > 0);
  return run < 0 ? undefined : toHash({ id: snippet, language, run, mode: 'steps', step: 0 });
}

/** What the program printed when it was recorded; a CourseError where that is missing or stale. */
export function freshRecording(snippet: Snippet, language: Language): Recording {
  const stored = readStoredRecording(snippet, language);
  if (stored.state === 'fresh') return stored.recording;
  throw new CourseError({
    what:
      stored.state === 'missing' ? 'there is no recording of this program' : `its recording is stale: ${stored.reason}`,
    where: { file: snippet.programs[language].path },
    fix: `npm run course -- record ${snippet.id}`,
  });
}

/** "node 26.10.0" → "Node 26.10.0" */
export function engineTitle(engine: string): string {
  return engine.replace(/^\w+/, (name) => engineTitles[name] ?? name);
}

function printedBy({ engine }: Recording): string {
  const packages = Object.entries(engine.packages).map(([name, version]) => `${name} ${version}`);
  const title = engineTitle(`${engine.name} ${engine.version}`);
  return packages.length > 0 ? `${title} with ${packages.join(' and ')}` : title;
}

function printedLines(rows: ReturnType<typeof laneChart>['rows'], aligned: readonly AlignedLine[]): PrintedLine[] {
  let printed = 0;
  const blocks = rows.map(({ line }) => (line.stream === 'stdout' ? outermost(aligned[printed++]) : undefined));
  return rows.map(({ line, cells, strand }, index) => ({
    text: line.text,
    stream: line.stream,
    cells,
    strand: strand?.name ?? 'an unknown strand',
    free: ends(blocks, index),
  }));
}

// The outermost block in which the line may move: its contract line, and which of its rounds.
function outermost(line: AlignedLine | undefined): string | undefined {
  const block = line?.freedoms.find(({ kind }) => kind === 'any order' || kind === 'lanes');
  return block && `${block.line}:${block.round}`;
}

function ends(blocks: readonly (string | undefined)[], index: number): readonly ('first' | 'last')[] | undefined {
  const block = blocks[index];
  if (block === undefined) return undefined;
  const first = blocks[index - 1] === block ? [] : (['first'] as const);
  const last = blocks[index + 1] === block ? [] : (['last'] as const);
  return [...first, ...last];
}
