// The variables that several strands touch: what each holds, who has read what, and which write is lost. Nothing where a trace has no
// reads and writes.
import { panelTitles } from '../../trace/narrate/names.ts';
import { sharedValueWords } from '../../trace/narrate/values.ts';
import { sharedValues } from '../../trace/replay/shared-values.ts';
import { become, h } from './dom.ts';
import { titled } from './panels.ts';
import type { Player } from './player.ts';

export function valuesPanel(player: Player): HTMLElement[] {
  const { events } = player.trace;
  const rows = sharedValues(events, events.length).length;
  if (rows === 0) return [];
  const list = h('dl', { class: 'values' });
  // room for all of them from the start
  list.style.minHeight = `${rows}lh`;
  const show = () => {
    const found = sharedValues(events, player.steps[player.place] ?? 0);
    become(
      list,
      found.flatMap((one) => [
        h('dt', {}, one.name),
        h(
          'dd',
          {},
          h('b', { class: one.isChanged ? 'changed' : '' }, one.value),
          ` ${sharedValueWords(one, player.names)}`,
        ),
      ]),
    );
  };
  player.on('step', show);
  show();
  return [titled(panelTitles.values, list)];
}
