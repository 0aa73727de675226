// The lanes of a twin with their moments, and which lane of one twin does the work of which lane of the other: by name,
// and by the lines that both print.
import { namesOf } from '../narrate/names.ts';
import { linksOf } from '../narrate/links.ts';
import type { Scene } from '../narrate/links.ts';
import type { TraceEvent, TraceEventOf, TraceLaneKind } from '../events.ts';

/** What a lane did, as indexes of events. */
export interface LaneStory {
  readonly lane: number;
  readonly kind: TraceLaneKind;
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

/** One twin: its trace with all links, its lanes, its printed lines. */
export interface Side extends Scene {
  readonly lanes: ReadonlyMap<number, LaneStory>;
  /** Indexes of its `print` events. */
  readonly prints: readonly number[];
}

/** A lane of TypeScript and the lane of Python that does the same. */
export interface LanePair {
  readonly ts: LaneStory;
  readonly py: LaneStory;
}

export function sideOf(events: readonly TraceEvent[]): Side {
  const prints = [...events.keys()].filter((index) => events[index]?.kind === 'print');
  return { events, names: namesOf(events), links: linksOf(events), lanes: lanesOf(events), prints };
}

function lanesOf(events: readonly TraceEvent[]): Map<number, LaneStory> {
  const named = events.some((event) => event.kind === 'create' && plain(event.name) === 'main');
  const lanes = new Map([[0, story({ lane: 0, laneKind: 'main', name: named ? 'program' : 'main' })]]);
  events.forEach((event, index) => {
    if (event.kind === 'create') lanes.set(event.lane, story(event, index));
    const lane = 'lane' in event ? lanes.get(event.lane) : undefined;
    if (event.kind === 'resume') lane?.resumes.push(index);
    if (event.kind === 'suspend') lane?.suspends.push(index);
    if (event.kind === 'print') lane?.prints.push(index);
    if (event.kind === 'settle' && lane) lane.settle = index;
  });
  return lanes;
}

type Made = Pick<TraceEventOf<'create'>, 'lane' | 'laneKind' | 'name'> & { readonly by?: number | undefined };

function story({ lane, laneKind, name, by }: Made, create?: number): LaneStory {
  const moments = { resumes: [], suspends: [], prints: [], settle: undefined };
  return { lane, kind: laneKind, name: plain(name), create, by, ...moments };
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

/** Each lane is in at most one pair; a lane of its own in one twin alone is in none. */
export function pairLanes(ts: Side, py: Side): LanePair[] {
  const votes = new Map<string, number>();
  for (const [left, right] of sameLines(ts, py)) {
    const key = `${laneAt(ts, left)} ${laneAt(py, right)}`;
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const candidates = [...ts.lanes.values()].flatMap((left) =>
    [...py.lanes.values()].flatMap((right) => {
      const named = left.name !== '' && left.name === right.name ? oneName : 0;
      const weight = named + (votes.get(`${left.lane} ${right.lane}`) ?? 0);
      return weight > 0 ? [{ ts: left, py: right, weight }] : [];
    }),
  );
  const taken = new Set<LaneStory>();
  return candidates
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ ts: left, py: right }) => {
      if (taken.has(left) || taken.has(right)) return [];
      taken.add(left).add(right);
      return [{ ts: left, py: right }];
    });
}

/** The lane of an event; 0 for one that has none. */
export function laneAt({ events }: Side, index: number): number {
  const event = events[index];
  return event && 'lane' in event ? event.lane : 0;
}

/** The line of an event; 0 for one that has none. */
export function lineNumber({ events }: Side, index: number | undefined): number {
  const event = index === undefined ? undefined : events[index];
  return event && 'line' in event ? event.line : 0;
}

/** The last of the moments before an event. */
export function lastBefore(moments: readonly number[], index: number): number | undefined {
  return moments.findLast((moment) => moment < index);
}
