// The steps of one program: fetches the run that the reader chooses, shows the player in the view and its controls at the foot, goes
// where an address or a "Why?" leads.
import type { Walk } from '../bench/address.ts';
import { toHash } from '../bench/address.ts';
import { fromRanges } from '../../site/line-ranges.ts';
import { button, h } from './dom.ts';
import { loadRun } from './load.ts';
import { pairLines, shownLines } from './looks.ts';
import { Player } from './player.ts';
import type { RunTrace } from './player.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** One script for both: each alone would bring the player twice as dear. */
export { bringUpBoth } from './both/both.ts';

/** Where a reader wants to be. */
export interface StepsWanted {
  readonly run?: number | undefined;
  readonly walk?: Walk | undefined;
  readonly step?: number | undefined;
  /** A line of the recorded output, from 0: why did it come there? */
  readonly line?: number | undefined;
}

const opened = new WeakMap<HTMLElement, StepsMode>();

export function openSteps(twin: HTMLElement, wanted: StepsWanted = {}): void {
  const steps = twin.querySelector<HTMLElement>('.steps');
  if (!steps) return;
  const mode = opened.get(twin) ?? new StepsMode(twin, steps);
  opened.set(twin, mode);
  void mode.open(wanted);
}

/** It no longer plays; opened again the reader goes on where they were. */
export function stopSteps(twin: HTMLElement): void {
  opened.get(twin)?.stop();
}

class StepsMode {
  readonly #twin: HTMLElement;
  readonly #steps: HTMLElement;
  readonly #stage = h('div', { class: 'stage' });
  readonly #schedule = h('select');
  readonly #name: { readonly id: string; readonly language: 'ts' | 'py' };
  #run: number;
  #player: Player | undefined;
  #view: View | undefined;

  constructor(twin: HTMLElement, steps: HTMLElement) {
    this.#twin = twin;
    this.#steps = steps;
    const { id = '', language } = twin.dataset;
    this.#name = { id, language: language === 'py' ? 'py' : 'ts' };
    this.#run = Number(steps.dataset['run'] ?? 0);
    const runs = JSON.parse(steps.dataset['runs'] ?? '[]') as readonly string[];
    this.#schedule.append(...runs.map((label, value) => h('option', { value }, label)));
    this.#schedule.addEventListener('change', () => void this.open({ run: Number(this.#schedule.value) }));
    steps.prepend(this.#stage);
    twin.addEventListener('keydown', (event) => this.#view?.controls.key(event));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.stop();
    });
  }

  async open(wanted: StepsWanted): Promise<void> {
    if (wanted.run !== undefined) this.#run = Math.min(wanted.run, Math.max(0, this.#schedule.length - 1));
    const run = this.#run;
    this.#schedule.value = String(run);
    try {
      const trace = await loadRun(`${this.#steps.dataset['src']}.${run}.json`);
      if (run !== this.#run) return;
      if (this.#player?.trace !== trace || !this.#view) this.#show(successor(trace, this.#player));
      this.#goTo(wanted);
    } catch (error) {
      if (run === this.#run) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  stop(): void {
    this.#view?.controls.stop();
  }

  #show(player: Player): void {
    const program = this.#twin.querySelector<HTMLElement>('.program');
    const printed = this.#twin.querySelector('.printed');
    const foot = this.#twin.querySelector<HTMLElement>('.foot');
    if (!program || !printed || !foot) return;
    this.#view?.clear();
    this.#player = player;
    const schedule = this.#schedule.length > 1 ? [h('label', { class: 'schedule' }, 'Schedule ', this.#schedule)] : [];
    const all = this.#steps.querySelector('.all');
    this.#view = viewOf(player, {
      program,
      lines: fromRanges(this.#steps.dataset['lines'] ?? ''),
      printed,
      width: foot.clientWidth,
      hash: () => this.#hash(player),
      beside: [...schedule, ...(all ? [all] : [])],
    });
    this.#stage.replaceChildren(this.#view.element);
    foot.replaceChildren(this.#view.foot);
    this.#steps.classList.add('live');
    this.#steps.classList.remove('lost');
  }

  #hash({ place, walk }: Player): string {
    return toHash({ ...this.#name, run: this.#run, mode: 'steps', step: place, walk });
  }

  #goTo({ walk, step, line }: StepsWanted): void {
    const [player, view] = [this.#player, this.#view];
    if (!player || !view) return;
    if (walk !== undefined && player.walks.includes(walk)) player.setWalk(walk);
    if (step !== undefined) player.goTo(step);
    if (line === undefined) return;
    const shown = shownLines(this.#twin.querySelector('.printed'));
    const run = player.state(player.last).output.map(({ text }) => text);
    const printed = pairLines(
      shown.map(({ text }) => text),
      run,
    )[line];
    if (printed !== undefined) view.explain(printed);
  }

  #fail(sentence: string): void {
    this.#view?.clear();
    this.#view = undefined;
    const all = this.#stage.querySelector('.all');
    if (all) this.#steps.append(all);
    const retry = button('Try again', () => void this.open({}));
    this.#stage.replaceChildren(h('p', { class: 'failed', role: 'alert' }, sentence, ' ', retry));
    this.#twin.querySelector('.foot')?.replaceChildren();
    this.#steps.classList.add('lost');
  }
}

/** A reader who changes the run stays at the step that both have in common, and walks on as before. */
function successor(trace: RunTrace, before: Player | undefined): Player {
  const player = new Player(trace);
  if (!before) return player;
  if (player.walks.includes(before.walk)) player.setWalk(before.walk);
  const step = before.steps[before.place] ?? 0;
  player.goTo(player.placeUpTo(Math.min(step, commonEvents(trace, before.trace))));
  return player;
}

function commonEvents({ events }: RunTrace, other: RunTrace): number {
  const differs = events.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(other.events[index]));
  return differs < 0 ? events.length : differs;
}
