// The strands of a twin with their moments, and which strand of one twin does the work of which strand of the other: by name,
// and by the lines that both print.
import { namesOf } from '../narrate/names.ts';
import { linksOf } from '../narrate/links.ts';
import type { Scene } from '../narrate/links.ts';
import type { TraceEvent, TraceEventOf, TraceStrandKind } from '../events.ts';

/** What a strand did, as indexes of events. */
export interface StrandStory {
  readonly strand: number;
  readonly kind: TraceStrandKind;
  /** In small letters and without underscores, so that both languages write it alike; '' where it has none. */
  readonly name: string;
  /** undefined for the main program. */
  readonly create: number | undefined;
  readonly by: number | undefined;
  readonly resumes: number[];
  readonly suspends: number[];
  readonly prints: number[];
  settle: number | undefined;
}

/** One twin: its trace with all links, its strands, its printed lines. */
export interface Side extends Scene {
  readonly strands: ReadonlyMap<number, StrandStory>;
  /** Indexes of its `print` events. */
  readonly prints: readonly number[];
}

/** A strand of TypeScript and the strand of Python that does the same. */
export interface StrandPair {
  readonly ts: StrandStory;
  readonly py: StrandStory;
}

export function sideOf(events: readonly TraceEvent[]): Side {
  const prints = [...events.keys()].filter((index) => events[index]?.kind === 'print');
  return { events, names: namesOf(events), links: linksOf(events), strands: strandsOf(events), prints };
}

function strandsOf(events: readonly TraceEvent[]): Map<number, StrandStory> {
  const named = events.some((event) => event.kind === 'create' && plain(event.name) === 'main');
  const strands = new Map([[0, story({ strand: 0, strandKind: 'main', name: named ? 'program' : 'main' })]]);
  events.forEach((event, index) => {
    if (event.kind === 'create') strands.set(event.strand, story(event, index));
    const strand = 'strand' in event ? strands.get(event.strand) : undefined;
    if (event.kind === 'resume') strand?.resumes.push(index);
    if (event.kind === 'suspend') strand?.suspends.push(index);
    if (event.kind === 'print') strand?.prints.push(index);
    if (event.kind === 'settle' && strand) strand.settle = index;
  });
  return strands;
}

type Made = Pick<TraceEventOf<'create'>, 'strand' | 'strandKind' | 'name'> & { readonly by?: number | undefined };

function story({ strand, strandKind, name, by }: Made, create?: number): StrandStory {
  const indices = { resumes: [], suspends: [], prints: [], settle: undefined };
  return { strand, kind: strandKind, name: plain(name), create, by, ...indices };
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** A printed line as a key: equal for equal lines of either twin. */
export function lineOf({ events }: Side, index: number): string {
  const event = events[index];
  return event?.kind === 'print' ? `${event.stream} ${event.text}` : '';
}

/** For each of these printed lines of one twin one of the other with the same text: the first for the first, and so on. */
export function sameLines(ts: Side, py: Side, left = ts.prints, right = py.prints): ReadonlyMap<number, number> {
  const free = Map.groupBy(right, (index) => lineOf(py, index));
  return new Map(
    left.flatMap((index): [number, number][] => {
      const twin = free.get(lineOf(ts, index))?.shift();
      return twin === undefined ? [] : [[index, twin]];
    }),
  );
}

/** What a name weighs against equal lines: more than any number of them. */
const oneName = 1_000_000;

/** Each strand is in at most one pair; a strand of its own in one twin alone is in none. */
export function pairStrands(ts: Side, py: Side): StrandPair[] {
  const votes = new Map<string, number>();
  for (const [left, right] of sameLines(ts, py)) {
    const key = `${strandAt(ts, left)} ${strandAt(py, right)}`;
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const candidates = [...ts.strands.values()].flatMap((left) =>
    [...py.strands.values()].flatMap((right) => {
      const named = left.name !== '' && left.name === right.name ? oneName : 0;
      const weight = named + (votes.get(`${left.strand} ${right.strand}`) ?? 0);
      return weight > 0 ? [{ ts: left, py: right, weight }] : [];
    }),
  );
  const taken = new Set<StrandStory>();
  return candidates
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ ts: left, py: right }) => {
      if (taken.has(left) || taken.has(right)) return [];
      taken.add(left).add(right);
      return [{ ts: left, py: right }];
    });
}

/** The strand of an event; 0 for one that has none. */
export function strandAt({ events }: Side, index: number): number {
  const event = events[index];
  return event && 'strand' in event ? event.strand : 0;
}

/** The line of an event; 0 for one that has none. */
export function lineNumber({ events }: Side, index: number | undefined): number {
  const event = index === undefined ? undefined : events[index];
  return event && 'line' in event ? event.line : 0;
}

/** The last of the moments before an event. */
export function lastBefore(indices: readonly number[], index: number): number | undefined {
  return indices.findLast((at) => at < index);
}
