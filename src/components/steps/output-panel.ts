// What has been printed so far, with the causes of each line on request: "why did this line come here?"
import { panelTitles } from '../../trace/narrate/names.ts';
import type { PrintedLine } from '../../trace/replay/state.ts';
import { bead, button, h } from './dom.ts';
import { titled } from './panels.ts';
import type { Player } from './player.ts';

export interface OutputPanel {
  readonly element: HTMLElement;
  /** Goes to the step at which a line was printed (from 0, both streams together) and says why it came there. */
  readonly explain: (line: number) => void;
}

/** The lines of the whole run; those not yet printed are pale. The list scrolls by itself to the line that was printed last. */
export function outputPanel(player: Player, looks: ReadonlyMap<number, number>): OutputPanel {
  const rows = player.state(player.last).output.map((line, index) => rowOf(player, looks, line, index));
  const list = h('ol', { class: 'so-far' }, ...rows.map(({ element }) => element));
  const element = titled(panelTitles.output, list);
  element.tabIndex = 0;
  const show = () => {
    const count = player.state().output.length;
    for (const [index, row] of rows.entries()) row.setLater(index >= count);
    const newest = rows[count - 1]?.element;
    if (newest) bringIntoSight(element, newest);
  };
  player.on('step', show);
  show();
  return { element, explain: (line) => rows[line]?.explain() };
}

function bringIntoSight(list: HTMLElement, row: HTMLElement): void {
  const [box, line] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (line.bottom > box.bottom) list.scrollTop += line.bottom - box.bottom;
  else if (line.top < box.top) list.scrollTop -= box.top - line.top;
}

function rowOf(player: Player, looks: ReadonlyMap<number, number>, line: PrintedLine, index: number) {
  const said = h('ul', { class: 'chain', hidden: true });
  const open = (opened: boolean) => {
    if (said.childElementCount === 0)
      said.append(...(player.trace.causes[index] ?? []).map((cause) => h('li', {}, cause)));
    said.hidden = !opened;
    why.setAttribute('aria-expanded', String(opened));
  };
  const why = button('Why?', () => open(why.getAttribute('aria-expanded') === 'false'), {
    'aria-expanded': 'false',
    'aria-label': `Why did “${line.text}” come here?`,
  });
  const jump = button('Go there', () => player.goTo(player.placeOf(line.step)), {
    'aria-label': `Go there: the step that printed “${line.text}”`,
  });
  const text = h('samp', {}, line.text);
  const row = h('div', {}, bead(looks.get(line.strand) ?? 0), text, h('span', { class: 'acts' }, why, jump));
  const later = h('span', { class: 'sr-only' });
  row.append(later);
  const element = h('li', {}, row, said);
  const setLater = (isLater: boolean) => {
    if (isLater === element.classList.contains('later')) return;
    element.classList.toggle('later', isLater);
    later.textContent = isLater ? ', not yet printed' : '';
  };
  const explain = () => {
    player.goTo(player.placeOf(line.step));
    open(true);
    why.focus();
  };
  return { element, explain, setLater };
}
