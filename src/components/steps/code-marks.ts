// Marks in a shown program where each lane stands: an outline around the line of the step, every lane's bead in the gutter. The
// text scrolls by itself, so that this line stays in sight.
import { laneWords } from '../../trace/narrate/lanes.ts';
import { lineOf } from '../../trace/replay/state.ts';
import type { ReplayState, StrandState } from '../../trace/replay/state.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { bead, h } from './dom.ts';
import type { Player } from './player.ts';
import { runningStrand } from './words.ts';

/** Beads that a gutter has room for; the number of those that are left out takes the room of one. */
const most = 2;

/** ms that a line is marked when a sentence leads to it. */
const flashTime = 1_200;

export interface Marked {
  /** Shows a line of the file and marks it for a moment. */
  readonly flash: (line: number) => void;
  /** Takes all marks away, for good. */
  readonly clear: () => void;
}

/** Marks the lines in `program`; `lines` are the file's numbers of the lines shown. */
export function markCode(
  player: Player,
  program: HTMLElement,
  lines: readonly number[],
  looks: ReadonlyMap<number, number>,
): Marked {
  const shown = [...program.querySelectorAll('.ec-line')];
  const rows = new Map(lines.map((line, index) => [line, shown[index]]));
  let marked: Element[] = [];
  const wipe = () => {
    for (const row of marked) unmark(row);
    marked = [];
  };
  const show = () => {
    const state = player.state();
    wipe();
    const acting = actingStrand(player, state);
    for (const [line, strands] of lanesByLine(state, acting)) {
      const row = rows.get(line);
      if (!row) continue;
      marked.push(row);
      row.prepend(beadsOf(strands, state, player.names, looks));
    }
    const row = acting && rows.get(lineOf(acting));
    if (!row) return;
    marked.push(row);
    row.setAttribute('aria-current', 'step');
    bringIntoSight(program, row);
  };
  const stop = player.on('step', show);
  show();
  const flash = (line: number) => {
    const row = rows.get(line);
    if (!row) return;
    bringIntoSight(program, row);
    row.classList.add('flash');
    setTimeout(() => row.classList.remove('flash'), flashTime);
  };
  const clear = () => {
    stop();
    wipe();
  };
  return { flash, clear };
}

/** Scrolls the text alone, and only where the line is not well inside it. */
function bringIntoSight(program: HTMLElement, row: Element): void {
  const [box, line] = [program.getBoundingClientRect(), row.getBoundingClientRect()];
  const margin = Math.min(line.height, (box.height - line.height) / 2);
  if (line.top >= box.top + margin && line.bottom <= box.bottom - margin) return;
  program.scrollTop += (line.top + line.bottom - box.top - box.bottom) / 2;
}

function unmark(row: Element): void {
  row.removeAttribute('aria-current');
  row.querySelector('.stands')?.remove();
}

/** The strand that the step is about: the one that acted last, else the one that runs. */
function actingStrand(player: Player, state: ReplayState): StrandState | undefined {
  const event = player.event();
  const strand = event && 'strand' in event ? event.strand : undefined;
  return state.strands.find((one) => one.strand === strand) ?? runningStrand(state);
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

/** The lanes that run or wait, by line; the one that the step is about first. */
function lanesByLine(state: ReplayState, acting: StrandState | undefined): Map<number, StrandState[]> {
  const alive = state.strands.filter(({ status }) => status === 'running' || status === 'suspended');
  const found = new Map<number, StrandState[]>();
  for (const strand of alive.toSorted((one, other) => Number(other === acting) - Number(one === acting))) {
    const line = lineOf(strand);
    if (line > 0) found.set(line, [...(found.get(line) ?? []), strand]);
  }
  return found;
}
