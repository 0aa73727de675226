// A step-through as the reader sees it: what happens now, the controls, the lanes, the panels. All parts follow one player.
import { inMs } from '../../trace/narrate/names.ts';
import type { Marked } from './code-marks.ts';
import { markCode } from './code-marks.ts';
import { controlsOf } from './controls.ts';
import type { Controls } from './controls.ts';
import { become, button, h, roomy } from './dom.ts';
import { lanesView } from './lanes-view.ts';
import { looksOf } from './looks.ts';
import { outputPanel } from './output-panel.ts';
import { panelsOf } from './panels.ts';
import type { Player } from './player.ts';
import { followPrinted, shownLines } from './printed-list.ts';
import { capital, spoken } from './words.ts';

/** Where a step-through stands on the page. */
export interface Stage {
  /** The block of code, and the lines of the file that it shows. */
  readonly program: Element;
  readonly lines: readonly number[];
  /** The recorded output beside the code. */
  readonly printed: Element;
  /** px that the lanes may fill. */
  readonly width: number;
  /** The address of the step that is shown, with its number sign. */
  readonly hash: () => string;
}

export interface View {
  readonly element: HTMLElement;
  readonly controls: Controls;
  /** Takes the marks out of the page and stops playing, for good. */
  readonly clear: () => void;
}

export function viewOf(player: Player, stage: Stage): View {
  const end = player.state(player.last);
  const strands = end.strands.map(({ strand }) => strand);
  const looks = looksOf(strands, end.output, shownLines(stage.printed));
  const marks = markCode(player, stage.program, stage.lines, looks);
  const controls = controlsOf(player, 'Step', () => spoken(player));
  const output = outputPanel(player, looks);
  const unfollow = followPrinted(player, stage.printed, output.explain);
  const panels = h('div', { class: 'panels' }, ...panelsOf(player, looks), output.element);
  const element = h(
    'div',
    { class: 'player' },
    nowOf(player, marks),
    controls.element,
    lanesView(player, looks, stage.width),
    optionsOf(player, stage),
  );
  const unplace = placed(panels, element, stage);
  panels.addEventListener('keydown', controls.key);
  const clear = () => {
    unplace();
    controls.stop();
    unfollow();
    marks.clear();
  };
  return { element, controls, clear };
}

/** Where a page has two columns: as in the style sheet of the page. */
const twoColumns = '(min-width: 68.75rem)';

/** The panels stand below the output where that is beside the code, else below the player. */
function placed(panels: HTMLElement, player: HTMLElement, { printed }: Stage): () => void {
  const media = matchMedia(twoColumns);
  const place = () => {
    if (media.matches) printed.after(panels);
    else player.append(panels);
    printed.parentElement?.classList.toggle('stepping', media.matches);
  };
  media.addEventListener('change', place);
  place();
  return () => {
    media.removeEventListener('change', place);
    printed.parentElement?.classList.remove('stepping');
    panels.remove();
  };
}

/** The sentence of the step, its time, and the line of code that runs. */
function nowOf(player: Player, marks: Marked): HTMLElement {
  const time = h('span', { class: 'clock' });
  const caption = h('p', { class: 'now' });
  const code = h('div', { class: 'expressive-code excerpt', 'aria-hidden': 'true' });
  const show = () => {
    time.textContent = inMs(player.state().clock);
    caption.replaceChildren(time, ` ${capital(player.caption())}.`);
    const copy = marks.running()?.cloneNode(true);
    if (copy instanceof Element) {
      copy.removeAttribute('aria-current');
      copy.querySelector('.stands')?.remove();
    }
    become(code, copy ? [copy] : []);
  };
  player.on('step', show);
  show();
  return h('div', { class: 'current' }, roomy(h('div', {}, caption, code)));
}

/** "Every line" where the trace knows them, and the link to the step. */
function optionsOf(player: Player, { hash }: Stage): HTMLElement {
  const box = h('input', { type: 'checkbox' });
  box.checked = player.detail;
  box.addEventListener('change', () => player.setDetail(box.checked));
  player.on('steps', () => (box.checked = player.detail));
  const link = button('Link to this step', () => {
    history.replaceState(null, '', hash());
    navigator.clipboard.writeText(location.href).then(
      () => (link.textContent = 'Link copied'),
      () => (link.textContent = 'The link stands in the address bar'),
    );
  });
  player.on('step', () => (link.textContent = 'Link to this step'));
  const detail = player.hasDetail ? [h('label', {}, box, ' Every line')] : [];
  return h('div', { class: 'row options' }, ...detail, link);
}
