// What the finders of differences share: the two twins, what they hand back, and looks into a trace that several need.
import { otherLanguage } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import type { TraceEvent } from '../events.ts';
import type { JobLink } from '../narrate/links.ts';
import type { Place, DifferenceFacts } from './facts.ts';
import { strandAt, lineNumber, pairStrands, sameLines } from './strands.ts';
import type { StrandPair, StrandStory, Side } from './strands.ts';
import { alignPrints, rowAt } from './rows.ts';
import type { AlignedPrints } from './rows.ts';

export type Twin = Language;

export interface Twins {
  readonly ts: Side;
  readonly py: Side;
  readonly pairs: readonly StrandPair[];
  readonly matches: readonly AlignedPrints[];
  /** For a printed line of each twin the line of the other with the same text, wherever it stands. */
  readonly same: Readonly<Record<Twin, ReadonlyMap<number, number>>>;
  /** The printed lines of each twin that stand alone in their row. */
  readonly lone: Readonly<Record<Twin, ReadonlySet<number>>>;
}

/** Pairs what belongs together, for the finders. */
export function twinsOf(ts: Side, py: Side): Twins {
  const pairs = pairStrands(ts, py);
  const matches = alignPrints(ts, py, pairs);
  const alone = (twin: Twin) =>
    matches.flatMap((match) => (match[otherLanguage[twin]] === undefined ? (match[twin] ?? []) : []));
  const lone = { ts: alone('ts'), py: alone('py') };
  const common = matches.flatMap((one): [number, number][] =>
    one.ts === undefined || one.py === undefined ? [] : [[one.ts, one.py]],
  );
  const same = [...common, ...sameLines(ts, py, lone.ts, lone.py)];
  const back = same.map(([left, right]): [number, number] => [right, left]);
  return {
    ts,
    py,
    pairs,
    matches,
    same: { ts: new Map(same), py: new Map(back) },
    lone: { ts: new Set(lone.ts), py: new Set(lone.py) },
  };
}

export interface Finding {
  readonly facts: DifferenceFacts;
  readonly row: number;
  /** The strands whose lines it explains. */
  readonly strands: Readonly<Record<Twin, readonly number[]>>;
  /** It explains lines that the other twin never prints, too; else only lines that stand elsewhere there. */
  readonly missing?: boolean;
}

/** A trace of a run on the machine's clock knows no queues and misses switches: nothing is claimed of its strands. */
export function areWhole({ ts, py }: Twins): boolean {
  return [ts, py].every(({ events, strands }) => {
    const queues = events.some(({ kind }) => kind === 'enqueue');
    return queues || [...strands.values()].every(({ kind }) => kind === 'main' || kind === 'generator');
  });
}

/** The strand of a number, if the trace tells of it. */
export function storyOf({ strands }: Side, strand: number | undefined): StrandStory | undefined {
  return strand === undefined ? undefined : strands.get(strand);
}

/** The Python strand that does the work of a TypeScript strand, or of the first of its callers that has one. */
export function counterpart(twins: Twins, strand: number | undefined): StrandStory | undefined {
  const pair = twins.pairs.find((one) => one.ts.strand === strand);
  if (pair || strand === undefined) return pair?.py;
  const by = twins.ts.strands.get(strand)?.by;
  return by === strand ? undefined : counterpart(twins, by);
}

/** Whether a printed line stands alone in its row. */
export function isLone({ lone }: Twins, twin: Twin, print: number | undefined): boolean {
  return print !== undefined && lone[twin].has(print);
}

/** Whether what a strand prints before it first gives way stands alone. */
export function startsAlone(twins: Twins, twin: Twin, { prints: [first], suspends: [pause] }: StrandStory): boolean {
  return isLone(twins, twin, first) && (first ?? 0) < (pause ?? Infinity);
}

/** The row of a strand's first line of output if that shows its start, else the row of the event. */
export function rowOf(twins: Twins, twin: Twin, strand: StrandStory, index: number): number {
  return rowAt(twins.matches, twin, startsAlone(twins, twin, strand) ? (strand.prints[0] ?? index) : index);
}

/** The job in which a strand was resumed; undefined where another strand did it. */
export function jobOf({ links }: Side, resume: number | undefined): JobLink | undefined {
  const runner = resume === undefined ? undefined : links.runners[resume];
  return runner && runner.strand === undefined && runner.job !== undefined ? links.jobs.get(runner.job) : undefined;
}

/** The timer at the start of a chain of jobs that ends in this one; undefined where a strand of the program comes between. */
export function timerBehind(side: Side, link: JobLink | undefined): JobLink | undefined {
  let job = link;
  while (job && job.event.queue !== 'timers') {
    const runner = side.links.runners[job.settled ?? job.index];
    const kind = runner?.strand === undefined ? 'callback' : side.strands.get(runner.strand)?.kind;
    const before = runner?.job === undefined ? undefined : side.links.jobs.get(runner.job);
    job = kind?.endsWith('callback') && before !== job ? before : undefined;
  }
  return job;
}

export function textOf({ events }: Side, print: number): string {
  const event = events[print];
  return event?.kind === 'print' ? event.text : '';
}

export function placeOf(side: Side, index: number): Place {
  return { strand: side.names.strand(strandAt(side, index)), line: lineNumber(side, index) };
}

/** The main program of Python waits for the event loop that it runs: no await. */
export function runsLoop(event: TraceEvent | undefined): boolean {
  return event?.kind === 'suspend' && event.on.kind === 'runs' && event.on.what === 'event loop';
}

/** The line of the other twin with the same text. */
export function sameLine({ same }: Twins, twin: Twin, print: number): number | undefined {
  return same[twin].get(print);
}
