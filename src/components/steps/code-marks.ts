// Marks in a shown program where each lane stands: an outline around the line that runs, and every lane's bead in the gutter.
import { laneWords } from '../../trace/narrate/lanes.ts';
import { lineOf } from '../../trace/replay/state.ts';
import type { ReplayState, StrandState } from '../../trace/replay/state.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { bead, h } from './dom.ts';
import type { Player } from './player.ts';
import { runningStrand } from './words.ts';

/** Beads that a gutter has room for; the number of those that are left out takes the room of one. */
const most = 2;

export interface Marked {
  /** The line of code that runs, as it is shown; undefined where it is not on the page. */
  readonly running: () => Element | undefined;
  /** Takes all marks away, for good. */
  readonly clear: () => void;
}

/** Marks the lines in `program`; `lines` are the file's numbers of the lines shown. */
export function markCode(
  player: Player,
  program: Element,
  lines: readonly number[],
  looks: ReadonlyMap<number, number>,
): Marked {
  const shown = [...program.querySelectorAll('.ec-line')];
  const rows = new Map(lines.map((line, index) => [line, shown[index]]));
  let marked: Element[] = [];
  let running: Element | undefined;
  const wipe = () => {
    for (const row of marked) unmark(row);
    marked = [];
    running = undefined;
  };
  let last: ReplayState | undefined;
  const show = () => {
    const state = player.state();
    if (state.strands === last?.strands && state.stack === last.stack) return;
    last = state;
    wipe();
    const top = runningStrand(state);
    for (const [line, strands] of lanesByLine(state)) {
      const row = rows.get(line);
      if (!row) continue;
      marked.push(row);
      if (top && strands.includes(top)) {
        running = row;
        row.setAttribute('aria-current', 'step');
      }
      row.prepend(beadsOf(strands, state, player.names, looks));
    }
  };
  program.classList.add('stepping');
  const stop = player.on('step', show);
  show();
  const clear = () => {
    stop();
    wipe();
    program.classList.remove('stepping');
  };
  return { running: () => running, clear };
}

function unmark(row: Element): void {
  row.removeAttribute('aria-current');
  row.querySelector('.stands')?.remove();
}

/** The beads of the lanes that stand in one line, as many as there is room for, with what each does as a title. */
function beadsOf(
  strands: readonly StrandState[],
  state: ReplayState,
  names: Names,
  looks: ReadonlyMap<number, number>,
): Element {
  const room = strands.length > most ? most - 1 : most;
  const beads = strands.slice(0, room).map(({ strand }) => bead(looks.get(strand) ?? 0));
  const title = strands.map((strand) => `${names.strand(strand.strand)} ${laneWords(strand, state, names)}`);
  const more = strands.length > room ? [`+${strands.length - room}`] : [];
  return h('span', { class: 'stands', title: title.join('\n'), 'aria-hidden': 'true' }, ...beads, ...more);
}

/** The lanes that run or wait, by line; the one that runs first. */
function lanesByLine(state: ReplayState): Map<number, StrandState[]> {
  const top = runningStrand(state);
  const alive = state.strands.filter(({ status }) => status === 'running' || status === 'suspended');
  const found = new Map<number, StrandState[]>();
  for (const strand of [...(top ? [top] : []), ...alive.filter((one) => one !== top)]) {
    const line = lineOf(strand);
    if (line > 0) found.set(line, [...(found.get(line) ?? []), strand]);
  }
  return found;
}
