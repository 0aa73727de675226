// The lanes of a trace over its steps, as data: who runs from when to when, who waits and on what, where a line is printed. Pure.
import { waitOf } from '../../trace/narrate/waits.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { calledBy } from '../../trace/replay/state.ts';
import type { ReplayState } from '../../trace/replay/state.ts';
import type { Player } from './player.ts';

/** `runs`: it has the processor, with others at once where they are threads. `calls`: it has called the lane that has it. `waits`: it is suspended. */
type Activity = 'runs' | 'calls' | 'waits';

export interface Span {
  readonly activity: Activity;
  readonly strand: number;
  /** Places among the player's steps; `to` is where the span ends. */
  readonly from: number;
  readonly to: number;
  /** For what it waits: "sleeps for 0.1 s" */
  readonly on: string | undefined;
}

export interface Track {
  readonly name: string;
  /** The lanes that share the track: one, or all callbacks, which run one after the other. */
  readonly strands: readonly number[];
  readonly spans: readonly Span[];
  /** Places at which a line is printed. */
  readonly prints: readonly { readonly place: number; readonly strand: number; readonly text: string }[];
}

/** Moments at which the clock has moved: the first place at each time, in ms. */
export interface Tick {
  readonly place: number;
  readonly clock: number;
}

/** One track for each lane in the order in which the lanes appear; one for all callbacks together. */
export function tracksOf(player: Player): Track[] {
  const spans = spansOf(player);
  const prints = printsOf(player);
  const { strands } = player.state(player.last);
  const shared = strands.filter(({ kind }) => kind.endsWith('callback')).map(({ strand }) => strand);
  const groups = strands.flatMap(({ strand }) => {
    if (shared.length > 1 && shared.includes(strand)) return strand === shared[0] ? [shared] : [];
    return [[strand]];
  });
  return groups.map((group) => ({
    name: group.length > 1 ? 'callbacks' : player.names.strand(group[0] ?? 0),
    strands: group,
    spans: spans.filter(({ strand }) => group.includes(strand)),
    prints: prints.filter(({ strand }) => group.includes(strand)),
  }));
}

function spansOf(player: Player): Span[] {
  const open = new Map<number, Span>();
  const closed: Span[] = [];
  const close = (span: Span, to: number) => {
    closed.push({ ...span, to });
    open.delete(span.strand);
  };
  for (let place = 0; place <= player.last; place++) {
    const now = activities(player.state(place), player.names);
    for (const span of [...open.values()]) {
      const next = now.get(span.strand);
      if (next?.activity !== span.activity || next.on !== span.on) close(span, place);
    }
    for (const [strand, { activity, on }] of now) {
      if (!open.has(strand)) open.set(strand, { activity, strand, from: place, to: place, on });
    }
  }
  for (const span of [...open.values()]) close(span, player.last);
  return closed;
}

function activities(state: ReplayState, names: Names): Map<number, { activity: Activity; on: string | undefined }> {
  const found = new Map<number, { activity: Activity; on: string | undefined }>();
  for (const { strand, status, on } of state.strands) {
    if (status === 'running')
      found.set(strand, { activity: calledBy(state, strand) === undefined ? 'runs' : 'calls', on: undefined });
    else if (status === 'suspended') found.set(strand, { activity: 'waits', on: on && waitOf(on, names, strand).does });
  }
  return found;
}

function printsOf(player: Player): Track['prints'] {
  return player
    .state(player.last)
    .output.map(({ step, strand, text }) => ({ place: player.placeOf(step), strand, text }));
}

/** Where the virtual clock stands still for a while; none where it never moves. */
export function ticksOf(player: Player): Tick[] {
  const ticks: Tick[] = [];
  for (let place = 0; place <= player.last; place++) {
    const clock = Math.round(player.state(place).clock);
    if (clock !== (ticks[ticks.length - 1]?.clock ?? -1)) ticks.push({ place, clock });
  }
  return ticks.length > 1 ? ticks : [];
}
