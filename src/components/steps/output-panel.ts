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

/** The lines of the whole run; those not yet printed are hidden. */
export function outputPanel(player: Player, looks: ReadonlyMap<number, number>): OutputPanel {
  const rows = player.state(player.last).output.map((line, index) => rowOf(player, looks, line, index));
  const none = h('p', { class: 'none' }, 'nothing yet');
  let visible = 0;
  const show = () => {
    const count = player.state().output.length;
    for (let index = Math.min(visible, count); index < Math.max(visible, count); index++) {
      const row = rows[index];
      if (row) row.element.hidden = index >= count;
    }
    visible = count;
    none.hidden = count > 0;
  };
  player.on('step', show);
  show();
  const list = h('ol', { class: 'so-far' }, ...rows.map(({ element }) => element));
  const element = titled(panelTitles.output, none, list);
  return { element, explain: (line) => rows[line]?.explain() };
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
  const element = h('li', { hidden: true }, row, said);
  const explain = () => {
    player.goTo(player.placeOf(line.step));
    open(true);
    why.focus();
  };
  return { element, explain };
}
