// Brings a `<both-twins>` to life when the reader opens it: fetches a run of each twin and shows them side by side.
import { languageNames } from '../../../languages.ts';
import type { Language } from '../../../languages.ts';
import { fromRanges } from '../address.ts';
import { Both } from './model.ts';
import { fromRowEnds } from './rows.ts';
import { bothView } from './view.ts';
import type { SideStage } from './view.ts';
import { button, h } from '../dom.ts';
import { loadRun } from '../load.ts';
import { Player } from '../player.ts';

const brought = new WeakSet<HTMLElement>();

/** Called again it does nothing, unless loading has failed before. */
export async function bringUpBoth(element: HTMLElement, details: HTMLDetailsElement): Promise<void> {
  if (brought.has(element)) return;
  brought.add(element);
  const stage = h('div', { class: 'stage' });
  details.querySelector('summary')?.after(stage);
  try {
    const [left, right] = (element.dataset['runs'] ?? '').split('.');
    const [ts, py] = await Promise.all([sideOf(element, 'ts', left), sideOf(element, 'py', right)]);
    const both = new Both({ ts: ts.player, py: py.player }, fromRowEnds(element.dataset['rows'] ?? ''));
    stage.append(bothView(both, { ts: ts.stage, py: py.stage }, details));
  } catch (error) {
    brought.delete(element);
    const retry = button('Try again', () => {
      stage.remove();
      void bringUpBoth(element, details);
    });
    stage.append(h('p', { class: 'failed', role: 'alert' }, error instanceof Error ? error.message : '', ' ', retry));
  }
}

/** The step-through of each twin knows where its runs are and which lines of its program the page shows. */
async function sideOf(
  element: HTMLElement,
  twin: Language,
  run: string | undefined,
): Promise<{ player: Player; stage: SideStage }> {
  const own = element.closest('figure')?.querySelector<HTMLElement>(`[data-twin="${element.dataset['id']}.${twin}"]`);
  const block = own?.closest('.twin');
  const [code, printed] = [block?.querySelector('.program .expressive-code'), block?.querySelector('.printed')];
  if (!own || !code || !printed) throw new Error(`The ${languageNames[twin]} program is not on this page.`);
  const { src = '', lines = '' } = own.dataset;
  return {
    player: new Player(await loadRun(`${src}.${run}.json`)),
    stage: { code, printed, lines: fromRanges(lines) },
  };
}
