// A step-through as the reader sees it: what happens now and what has been printed in the view, the controls and the lanes at the
// foot, the marks in the program. All parts follow one player.
import { markCode } from './code-marks.ts';
import { controlsOf } from './controls.ts';
import type { Controls } from './controls.ts';
import { h } from './dom.ts';
import { lanesView } from './lanes-view.ts';
import { looksOf, shownLines } from './looks.ts';
import { liveRegion, nowOf } from './now.ts';
import { optionsOf } from './options.ts';
import { outputPanel } from './output-panel.ts';
import { panelsOf } from './panels.ts';
import type { Player } from './player.ts';
import { valuesPanel } from './values-panel.ts';
import { spoken } from './words.ts';

/** Where a step-through stands on the page. */
export interface Stage {
  /** The text of the program, which scrolls by itself, and the lines of the file that it shows. */
  readonly program: HTMLElement;
  readonly lines: readonly number[];
  /** The recorded output, whose lanes look as those of the run do. */
  readonly printed: Element;
  /** px that the foot has. */
  readonly width: number;
  /** The address of the step that is shown, with its number sign. */
  readonly hash: () => string;
  /** What else stands with the panels: which run it is, the list of all steps. */
  readonly beside: readonly Element[];
}

export interface View {
  /** For the view of the steps, and for the foot of the workbench. */
  readonly element: HTMLElement;
  readonly foot: HTMLElement;
  readonly controls: Controls;
  /** Goes to the step at which a line was printed (from 0) and says why it came there. */
  readonly explain: (line: number) => void;
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
  const others = h('div', { class: 'others panels' }, ...panelsOf(player, looks), ...stage.beside);
  const element = h(
    'div',
    { class: 'player' },
    nowOf(player, marks),
    liveRegion(player, controls),
    ...valuesPanel(player),
    output.element,
    others,
  );
  const foot = h(
    'div',
    { class: 'transport' },
    controls.element,
    lanesView(player, looks, stage.width),
    optionsOf(player, controls, stage.hash),
  );
  const clear = () => {
    controls.stop();
    marks.clear();
  };
  return { element, foot, controls, explain: output.explain, clear };
}
