// The panels of a step-through: who stands where, what waits in which queue, who holds what, and what has been printed.
import { jobWords } from '../../trace/narrate/jobs.ts';
import { laneWords } from '../../trace/narrate/lanes.ts';
import { syncObjectLines } from '../../trace/narrate/locks.ts';
import { panelTitles, queueTitles } from '../../trace/narrate/names.ts';
import type { StrandState, ReplayState } from '../../trace/replay/state.ts';
import { bead, become, h, roomy } from './dom.ts';
import type { Player } from './player.ts';
import { queuesOf, runningStrand } from './words.ts';

/** Lanes and jobs that are listed at most. */
const most = { strands: 10, jobs: 8 };

/** Lanes, queues, locks and channels as far as the trace has any; each follows the player. */
export function panelsOf(player: Player, looks: ReadonlyMap<number, number>): HTMLElement[] {
  const end = player.state(player.last);
  const shared = syncObjectLines(end, player.names).length > 0;
  return [
    panel(player, panelTitles.lanes, (state) => [lanesList(player, state, looks)], mostAlive(player)),
    ...(queuesOf(player.trace.events).length > 0
      ? [panel(player, panelTitles.queues, (state) => queueRows(player, state))]
      : []),
    ...(shared ? [panel(player, panelTitles.locks, (state) => [pairs(sharedRows(player, state))])] : []),
  ];
}

/** `rows`: for how many there is room from the start. */
function panel(player: Player, title: string, draw: (state: ReplayState) => Node[], rows = 0): HTMLElement {
  const body = h('div');
  body.style.minHeight = `${rows}lh`;
  const show = () => become(body, draw(player.state()));
  player.on('step', show);
  show();
  return titled(title, roomy(body));
}

/** A part of the step-through under its title. */
export function titled(title: string, ...body: readonly Node[]): HTMLElement {
  const head = h('p', { class: 'title', 'aria-hidden': 'true' }, title);
  return h('div', { class: 'panel', role: 'group', 'aria-label': title }, head, ...body);
}

function aliveOf({ strands }: ReplayState): StrandState[] {
  return strands.filter(({ status }) => status === 'running' || status === 'suspended');
}

/** Rows that the list of lanes has where it is longest. */
function mostAlive(player: Player): number {
  const counts = player.steps.map((_, place) => aliveOf(player.state(place)).length);
  return Math.min(most.strands + 1, Math.max(...counts));
}

function lanesList(player: Player, state: ReplayState, looks: ReadonlyMap<number, number>): HTMLElement {
  const top = runningStrand(state);
  const alive = aliveOf(state);
  const rows = alive.slice(0, most.strands).map((strand) => {
    const name = h('b', {}, player.names.strand(strand.strand));
    const words = ` ${laneWords(strand, state, player.names)}`;
    return h(
      'li',
      { class: strand === top ? 'runs' : 'waits' },
      bead(looks.get(strand.strand) ?? 0),
      h('span', {}, name, words),
    );
  });
  return h(
    'ul',
    {},
    ...(rows.length > 0 ? rows : [h('li', { class: 'none' }, 'no lane runs or waits')]),
    ...rest(alive.length - most.strands),
  );
}

function queueRows(player: Player, { queues }: ReplayState): Node[] {
  const rows = queuesOf(player.trace.events).map((name): [string, Node] => {
    const jobs = queues[name] ?? [];
    const items = jobs.slice(0, most.jobs).map((job) => h('li', {}, jobWords(job, player.names)));
    const list = h('ol', {}, ...items, ...rest(jobs.length - most.jobs));
    return [queueTitles[name], jobs.length > 0 ? list : h('span', { class: 'none' }, 'empty')];
  });
  return [pairs(rows)];
}

function sharedRows({ names }: Player, state: ReplayState): [string, Node][] {
  return syncObjectLines(state, names).map(({ name, says }) => [name, h('span', {}, says)]);
}

function pairs(rows: readonly [string, Node][]): HTMLElement {
  return h('dl', {}, ...rows.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]));
}

function rest(more: number): HTMLElement[] {
  return more > 0 ? [h('li', { class: 'none' }, `and ${more} more`)] : [];
}
