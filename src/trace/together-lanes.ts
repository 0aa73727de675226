// The lanes of a twin with their moments, and which lane of one twin does the work of which lane of the other: by name,
// and by the lines that both print.
import { namesOf } from './captions-names.ts';
import { linksOf } from './causes-links.ts';
import type { Scene } from './causes-links.ts';
import type { TraceEvent, TraceEventOf, TraceLaneKind } from './events.ts';

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

/** What a name weighs against equal lines: more than any number of them. */
const oneName = 1_000_000;

/** Each lane is in at most one pair; a lane of its own in one twin alone is in none. */
export function pairLanes(ts: Side, py: Side): LanePair[] {
  const votes = votesOf(ts, py);
  const candidates = [...ts.lanes.values()].flatMap((left) =>
    [...py.lanes.values()].flatMap((right) => {
      const named = left.name !== '' && left.name === right.name ? oneName : 0;
      const weight = named + (votes.get(`${left.lane} ${right.lane}`) ?? 0);
      return weight > 0 ? [{ ts: left, py: right, weight }] : [];
    }),
  );
  const pairs: LanePair[] = [];
  for (const { ts: left, py: right } of candidates.sort((a, b) => b.weight - a.weight)) {
    if (pairs.every((pair) => pair.ts !== left && pair.py !== right)) pairs.push({ ts: left, py: right });
  }
  return pairs;
}

/** How many lines two lanes both print: the first with the first of the same text, and so on. */
function votesOf(ts: Side, py: Side): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const taken = new Set<number>();
  for (const index of ts.prints) {
    const twin = py.prints.find((other) => !taken.has(other) && lineOf(py, other) === lineOf(ts, index));
    if (twin === undefined) continue;
    taken.add(twin);
    const key = `${laneAt(ts, index)} ${laneAt(py, twin)}`;
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  return votes;
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
