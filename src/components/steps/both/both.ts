// Both languages side by side: fetches a run of each twin when the reader opens them, and shows them under one set of controls.
import { languageNames } from '../../../languages.ts';
import type { Language } from '../../../languages.ts';
import { fromRanges } from '../../../site/line-ranges.ts';
import { Both } from './model.ts';
import { fromRowEnds } from './rows.ts';
import { bothView } from './view.ts';
import type { SideStage } from './view.ts';
import { button, h } from '../dom.ts';
import { loadRun } from '../load.ts';
import { Player } from '../player.ts';

const brought = new WeakSet<HTMLElement>();

/** Called again it does nothing, unless loading has failed before. `bench` holds both programs, `comparison` the place for them. */
export async function bringUpBoth(bench: HTMLElement, comparison: HTMLElement): Promise<void> {
  if (brought.has(comparison)) return;
  brought.add(comparison);
  const stage = h('div', { class: 'stage' });
  comparison.prepend(stage);
  try {
    const [left, right] = (comparison.dataset['runs'] ?? '').split('.');
    const side = (twin: Language, run: string | undefined) => sideOf(bench, `${comparison.dataset['id']}.${twin}`, run);
    const [ts, py] = await Promise.all([side('ts', left), side('py', right)]);
    const both = new Both({ ts: ts.player, py: py.player }, fromRowEnds(comparison.dataset['rows'] ?? ''));
    stage.append(bothView(both, { ts: ts.stage, py: py.stage }, comparison));
  } catch (error) {
    brought.delete(comparison);
    const retry = button('Try again', () => {
      stage.remove();
      void bringUpBoth(bench, comparison);
    });
    stage.append(h('p', { class: 'failed', role: 'alert' }, error instanceof Error ? error.message : '', ' ', retry));
  }
}

/** The steps of each twin know where its runs are and which lines of its program the page shows. */
async function sideOf(
  bench: HTMLElement,
  twin: string,
  run: string | undefined,
): Promise<{ player: Player; stage: SideStage }> {
  const own = bench.querySelector<HTMLElement>(`[data-twin="${twin}"]`);
  const block = own?.closest<HTMLElement>('.twin');
  const [code, printed] = [block?.querySelector('.program .expressive-code'), block?.querySelector('.printed')];
  if (!own || !code || !printed)
    throw new Error(`The ${languageNames[twin.endsWith('.py') ? 'py' : 'ts']} program is not on this page.`);
  const { src = '', lines = '' } = own.dataset;
  return {
    player: new Player(await loadRun(`${src}.${run}.json`)),
    stage: { code, printed, lines: fromRanges(lines) },
  };
}
