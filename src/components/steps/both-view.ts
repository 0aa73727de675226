// Both twins as the reader sees them: the slider over the printed lines, the differences of the line in words, and a column
// for each twin with its code, its step, its lanes and its output. All parts follow one model.
import { markCode } from './code-marks.ts';
import { twinNames, twins } from './both-model.ts';
import type { Both, Twin } from './both-model.ts';
import { button, h } from './dom.ts';
import { looksOf } from './looks.ts';
import { outputPanel } from './output-panel.ts';
import { panelsOf } from './panels.ts';
import type { Player } from './player.ts';
import { shownLines } from './printed-list.ts';
import { capital } from './words.ts';

/** Where a twin stands on the page: its code and its recorded output, to be shown once more. */
export interface SideStage {
  readonly code: Element;
  readonly printed: Element;
  /** The lines of the file that the code shows. */
  readonly lines: readonly number[];
}

/** `page`: what the page came with; its list of differences is made to lead to their rows. */
export function bothView(both: Both, stages: Readonly<Record<Twin, SideStage>>, page: Element): HTMLElement {
  const listed = new Map([...page.querySelectorAll<HTMLLIElement>('.parting li')].map((item) => [item.value, item]));
  for (const [row, item] of listed) {
    const label = `Go to line ${row}`;
    item.append(button('Go there', () => both.goTo(row), { class: 'go', 'aria-label': label }));
  }
  const said = (row: number) => [...(listed.get(row)?.querySelectorAll('p') ?? [])];
  const element = h(
    'div',
    { class: 'both-view' },
    controlsOf(both, said),
    rowOf(both, said),
    h('div', { class: 'sides' }, ...twins.map((twin) => sideOf(both.players[twin], twin, stages[twin]))),
  );
  const mark = () => {
    for (const [row, item] of listed) item.toggleAttribute('aria-current', row === both.row);
  };
  both.on(mark);
  element.addEventListener('keydown', (event) => pressed(event, both));
  return element;
}

type Said = (row: number) => readonly Element[];

function controlsOf(both: Both, said: Said): HTMLElement {
  const slider = h('input', { type: 'range', min: 0, max: both.last, step: 1, 'aria-label': 'Printed line' });
  const back = button('Previous', () => both.goTo(both.row - 1));
  const next = button('Next', () => both.next());
  slider.addEventListener('input', () => both.goTo(slider.valueAsNumber));
  const show = () => {
    slider.value = String(both.row);
    const differences = said(both.row).map((one) => ` ${wordsOf(one)}`);
    slider.setAttribute('aria-valuetext', `${numbered(both)}${both.says()}.${differences.join('')}`);
    back.setAttribute('aria-disabled', String(both.row === 0));
    next.setAttribute('aria-disabled', String(both.row === both.last));
  };
  both.on(show);
  show();
  return h('div', { class: 'row', role: 'group', 'aria-label': 'Printed lines of both twins' }, back, next, slider);
}

/** The line and, between the two columns in the order of reading, what is different about it. */
function rowOf(both: Both, said: Said): HTMLElement {
  const box = h('div', { class: 'between' });
  const show = () => {
    const number = h('span', { class: 'clock' }, numbered(both).trimEnd());
    const copies = said(both.row).map((one) => one.cloneNode(true));
    box.replaceChildren(h('p', { class: 'now' }, number, ` ${both.says()}.`), ...copies);
  };
  both.on(show);
  show();
  return box;
}

/** "Line 3 of 9: " */
function numbered({ row, last }: Both): string {
  return row === 0 || row === last ? '' : `Line ${row} of ${last - 1}: `;
}

function wordsOf(element: Element): string {
  return element.textContent.replaceAll(/\s+/g, ' ').trim();
}

function sideOf(player: Player, twin: Twin, { code, printed, lines }: SideStage): HTMLElement {
  const { lanes, output } = player.state(player.last);
  const looks = looksOf(
    lanes.map(({ lane }) => lane),
    output,
    shownLines(printed),
  );
  const program = h('div', { class: 'program' }, code.cloneNode(true));
  program.querySelector('.copy')?.remove();
  markCode(player, program, lines, looks);
  const panels = h('div', { class: 'panels' }, ...panelsOf(player, looks), outputPanel(player, looks).element);
  const title = h('h3', {}, twinNames[twin]);
  return h('section', { class: 'side', 'aria-label': twinNames[twin] }, title, program, stepOf(player, twin), panels);
}

/** What this twin did last, and the way to walk it alone. */
function stepOf(player: Player, twin: Twin): HTMLElement {
  const caption = h('p', { class: 'now' });
  const count = h('span', { class: 'clock' });
  const name = twinNames[twin];
  const back = button('Step back', () => player.goTo(player.place - 1), { 'aria-label': `Step back in ${name}` });
  const next = button('Step', () => player.goTo(player.place + 1), { 'aria-label': `Step in ${name}` });
  const show = () => {
    const time = h('span', { class: 'clock' }, `${Math.round(player.state().clock)} ms`);
    caption.replaceChildren(time, ` ${capital(player.caption())}.`);
    count.textContent = `step ${player.place} of ${player.last}`;
    back.setAttribute('aria-disabled', String(player.place === 0));
    next.setAttribute('aria-disabled', String(player.place === player.last));
  };
  player.on('step', show);
  show();
  return h('div', { class: 'current' }, caption, h('div', { class: 'row' }, back, next, count));
}

/** Keys as in the step-through, for whole lines; the slider keeps its own. */
function pressed(event: KeyboardEvent, both: Both): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
  const moves: Record<string, () => void> = {
    ArrowRight: () => both.next(),
    '.': () => both.next(),
    ArrowLeft: () => both.goTo(both.row - 1),
    ',': () => both.goTo(both.row - 1),
    Home: () => both.goTo(0),
    End: () => both.goTo(both.last),
  };
  const move = moves[key];
  if (!move || (target.matches('input') && key.length > 1)) return;
  event.preventDefault();
  move();
}
