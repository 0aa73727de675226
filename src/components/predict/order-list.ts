// The list of lines that a reader puts in order: by dragging, by buttons, by keys. The list is drawn anew after each change and the
// focus stays with its line.
import { button, h } from '../steps/dom.ts';
import { followDrag } from './drag.ts';
import type { PredictedLine, PredictedLines } from './lines.ts';

const help =
  'Drag the lines, or use the arrow keys: ↑ and ↓ move a line, J joins it with the next one where both may swap';

/** `canBeNever`: some line never comes. `changed` is called after each change. */
export function orderList(lines: PredictedLines, canBeNever: boolean, changed: () => void): HTMLElement {
  const said = h('p', { class: 'sr-only', 'aria-live': 'polite' });
  const list = h('ol', { class: 'order' });
  const draw = (focused?: number) => {
    list.replaceChildren(...lines.lines.map((line, place) => rowOf(line, place, act)));
    list.querySelector<HTMLElement>(`[data-id="${focused}"] .line-text`)?.focus();
  };
  const act: Act = (id, kind) => {
    if (kind === 'up') lines.move(id, lines.placeOf(id) - 1);
    else if (kind === 'down') lines.move(id, lines.placeOf(id) + 1);
    else if (kind === 'never' && !canBeNever) return;
    else lines.toggle(id, kind === 'join' ? 'isJoined' : 'isNever');
    draw(id);
    said.textContent = inWords(lines, id);
    changed();
  };
  followDrag(list, (id, place) => {
    lines.move(id, place);
    draw(id);
    changed();
  });
  list.classList.toggle('with-never', canBeNever);
  draw();
  const hint = `${help}${canBeNever ? ', N marks a line that never comes.' : '.'}`;
  return h('div', { class: 'ordering' }, h('p', { class: 'caption' }, hint), list, said);
}

type Act = (id: number, kind: 'up' | 'down' | 'join' | 'never') => void;

const keys: Readonly<Record<string, Parameters<Act>[1]>> = { ArrowUp: 'up', ArrowDown: 'down', j: 'join', n: 'never' };

function rowOf({ id, text, isJoined, isNever }: PredictedLine, place: number, act: Act): HTMLElement {
  const line = button('', () => undefined, { class: 'line-text', 'aria-label': `${text}, ${place + 1}` });
  line.append(h('samp', {}, text));
  line.addEventListener('keydown', (event) => {
    const kind = keys[event.key];
    if (kind === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(id, kind);
  });
  const sign = (label: string, does: string, kind: Parameters<Act>[1], pressed?: boolean) =>
    button(label, () => act(id, kind), {
      class: kind,
      tabindex: -1,
      title: does,
      'aria-label': `${does}: ${text}`,
      ...(pressed === undefined ? {} : { 'aria-pressed': String(pressed) }),
    });
  const signs = [
    sign('↑', 'Move up', 'up'),
    sign('↓', 'Move down', 'down'),
    sign('⇅', 'May swap with the next line', 'join', isJoined),
    sign('never', 'Never comes', 'never', isNever),
  ];
  const state = [...(isJoined ? ['joined'] : []), ...(isNever ? ['never'] : [])].join(' ');
  return h('li', { class: state, 'data-id': id }, line, ...signs);
}

function inWords(lines: PredictedLines, id: number): string {
  const place = lines.placeOf(id);
  const line = lines.lines[place];
  if (!line) return '';
  const marks = [...(line.isJoined ? ['may swap with the next line'] : []), ...(line.isNever ? ['never comes'] : [])];
  return [`${line.text}, ${place + 1} of ${lines.lines.length}`, ...marks].join(', ');
}
