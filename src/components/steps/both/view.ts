// Both twins as the reader sees them: the slider over the printed lines, the differences of the line in words, and a column
// for each twin with its code, its step, its lanes and its output. All parts follow one model.
import { languageNames, languages } from '../../../languages.ts';
import type { Language } from '../../../languages.ts';
import { inMs } from '../../../trace/narrate/names.ts';
import { markCode } from '../code-marks.ts';
import type { Both } from './model.ts';
import { controlsOf } from '../controls.ts';
import { button, h } from '../dom.ts';
import { looksOf, shownLines } from '../looks.ts';
import { outputPanel } from '../output-panel.ts';
import { panelsOf } from '../panels.ts';
import type { Player } from '../player.ts';
import { capital } from '../sentences.ts';

/** Where a twin stands on the page: its code and its recorded output, to be shown once more. */
export interface SideStage {
  readonly code: Element;
  readonly printed: Element;
  /** The lines of the file that the code shows. */
  readonly lines: readonly number[];
}

/** `page` came with the list of differences: its sentences are said at their rows. */
export function bothView(both: Both, stages: Readonly<Record<Language, SideStage>>, page: HTMLElement): HTMLElement {
  const listed = new Map([...page.querySelectorAll<HTMLLIElement>('.parting li')].map((item) => [item.value, item]));
  const said = () => [...(listed.get(both.place)?.querySelectorAll('p') ?? [])];
  const words = () =>
    [`Row ${both.place} of ${both.last}.`, `${both.says(both.place)}.`, ...said().map(wordsOf)].join(' ');
  const controls = controlsOf(both, 'Row', words);
  const following = () => [...listed.keys()].find((row) => row > both.place);
  const jump = button('Next difference', () => both.goTo(following() ?? both.place));
  controls.element.firstElementChild?.append(controls.speed, jump);
  const between = h('div', { class: 'between' });
  const show = () => {
    const clones = said().map((one) => one.cloneNode(true));
    between.replaceChildren(h('p', { class: 'now' }, `${both.says(both.place)}.`), ...clones);
    for (const [row, item] of listed) item.toggleAttribute('aria-current', row === both.place);
    jump.setAttribute('aria-disabled', String(following() === undefined));
  };
  both.on('step', show);
  show();
  const sides = h(
    'div',
    { class: 'sides' },
    ...languages.map((twin) => sideOf(both.players[twin], twin, stages[twin])),
  );
  page.addEventListener('keydown', controls.key);
  return h('div', {}, controls.element, between, sides);
}

function wordsOf(element: Element): string {
  return element.textContent.replaceAll(/\s+/g, ' ').trim();
}

function sideOf(player: Player, twin: Language, { code, printed, lines }: SideStage): HTMLElement {
  const { strands, output } = player.state(player.last);
  const looks = looksOf(
    strands.map(({ strand }) => strand),
    output,
    shownLines(printed),
  );
  const program = h('div', { class: 'program' }, code.cloneNode(true));
  program.querySelector('.copy')?.remove();
  markCode(player, program, lines, looks);
  const panels = h('div', { class: 'panels' }, ...panelsOf(player, looks), outputPanel(player, looks).element);
  const name = languageNames[twin];
  const title = h('p', { class: 'title', 'aria-hidden': 'true' }, name);
  return h('div', { class: 'side', role: 'group', 'aria-label': name }, title, stepOf(player, name), program, panels);
}

/** What this twin did last, and the way to walk it alone. */
function stepOf(player: Player, name: string): HTMLElement {
  const caption = h('p', { class: 'now' });
  const count = h('span', { class: 'clock' });
  const back = button('Step back', () => player.goTo(player.place - 1), { 'aria-label': `Step back in ${name}` });
  const next = button('Step', () => player.goTo(player.place + 1), { 'aria-label': `Step in ${name}` });
  const show = () => {
    const time = h('span', { class: 'clock' }, inMs(player.state().clock));
    caption.replaceChildren(time, ` ${capital(player.caption())}.`);
    count.textContent = `step ${player.place} of ${player.last}`;
    back.setAttribute('aria-disabled', String(player.place === 0));
    next.setAttribute('aria-disabled', String(player.place === player.last));
  };
  player.on('step', show);
  show();
  return h('div', { class: 'current' }, caption, h('div', { class: 'row' }, back, next, count));
}
