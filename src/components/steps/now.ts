// What happens now, in a sentence: for the eye with links to the lines that it names, and for a screen reader.
import { inMs } from '../../trace/narrate/names.ts';
import type { Marked } from './code-marks.ts';
import type { Controls } from './controls.ts';
import { button, h } from './dom.ts';
import type { Player } from './player.ts';
import { capital, cutAtLines } from './sentences.ts';

/** ms between two sentences that are said aloud while the run plays. */
const pause = 2_000;

/** The sentence of the step and its time; a line that it names is a button that shows that line. */
export function nowOf(player: Player, { flash }: Pick<Marked, 'flash'>): HTMLElement {
  const caption = h('p', { class: 'now' });
  const show = () => {
    const time = h('span', { class: 'clock' }, inMs(player.state().clock));
    const parts = cutAtLines(`${capital(player.caption())}.`, player.linesNow()).map(({ text, line }) => {
      return line === undefined ? text : button(text, () => flash(line), { class: 'line-link' });
    });
    caption.replaceChildren(time, ' ', ...parts);
  };
  player.on('step', show);
  show();
  return caption;
}

/** Says the sentence of each step; while the run plays not each of them, and none while the slider says them itself. */
export function liveRegion(player: Player, controls: Pick<Controls, 'isPlaying' | 'speaks'>): HTMLElement {
  const region = h('p', { class: 'sr-only', 'aria-live': 'polite' });
  let last = -Infinity;
  const say = () => (region.textContent = `${capital(player.caption())}.`);
  player.on('step', () => {
    const now = performance.now();
    if (controls.speaks() || (controls.isPlaying() && now - last < pause)) return;
    last = now;
    say();
  });
  say();
  return region;
}
