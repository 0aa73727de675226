// The recorded output beside the code while a reader steps: lines not yet printed are dimmed, each leads to its step.
import { button, h } from './dom.ts';
import type { ShownLine } from './looks.ts';
import { pairLines } from './looks.ts';
import type { Player } from './player.ts';

/** The lines as the page shows them, with the column of their bead. */
export function shownLines(printed: Element): ShownLine[] {
  return rowsOf(printed).map((row) => {
    const look = [...row.querySelectorAll('.cell')].findIndex((cell) => cell.classList.contains('bead'));
    return { text: row.querySelector('samp')?.textContent ?? '', look: look < 0 ? undefined : look };
  });
}

/** Follows the player; `explain` is called with the number of a line of the run. The function that it gives undoes all. */
export function followPrinted(player: Player, printed: Element, explain: (line: number) => void): () => void {
  const output = player.state(player.last).output;
  const texts = shownLines(printed).map(({ text }) => text);
  const lines = pairLines(
    texts,
    output.map(({ text }) => text),
  );
  const rows = rowsOf(printed).map((row, index) => {
    const line = lines[index];
    const step = line === undefined ? undefined : output[line]?.step;
    const later = h('span', { class: 'sr-only' });
    const here = button('Why?', () => line !== undefined && explain(line), {
      class: 'why-here',
      'aria-label': `Why did “${texts[index] ?? ''}” come here?`,
    });
    row.append(later, ...(line === undefined ? [] : [here]));
    return { row, step, later, added: [later, here] };
  });
  const show = () => {
    const now = player.steps[player.place] ?? 0;
    for (const { row, step, later } of rows) {
      const ahead = step === undefined || step > now;
      if (ahead === row.classList.contains('later')) continue;
      row.classList.toggle('later', ahead);
      later.textContent = !ahead ? '' : step === undefined ? ', not printed in this run' : ', not yet printed';
    }
  };
  const stop = player.on('step', show);
  show();
  return () => {
    stop();
    for (const { row, added } of rows) {
      row.classList.remove('later');
      for (const element of added) element.remove();
    }
  };
}

function rowsOf(printed: Element): Element[] {
  return [...printed.querySelectorAll('.lines > .line')];
}
