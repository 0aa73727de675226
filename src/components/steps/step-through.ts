// Brings a `<step-through>` to life: fetches the run that the reader opens, shows the player above the list of steps, follows
// links to a step. The list of steps that the page came with stays.
import { inMs } from '../../trace/narrate/names.ts';
import type { StepAddress } from './address.ts';
import { fromHash, fromRanges, toHash } from './address.ts';
import { button, h } from './dom.ts';
import { loadRun } from './load.ts';
import { Player } from './player.ts';
import type { RunTrace } from './player.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';
import { capital } from './words.ts';

/** One script for both: each alone would bring the player twice as dear. */
export { bringUpBoth } from './both/both.ts';

const brought = new WeakMap<HTMLElement, StepThrough>();

/** Wakes an element; called again it only looks at the address. */
export function bringUp(element: HTMLElement): void {
  const details = element.querySelector('details');
  const twin = element.closest('.twin');
  if (!details || !twin) return;
  const one = brought.get(element) ?? new StepThrough(element, details, twin);
  brought.set(element, one);
  one.followAddress();
}

class StepThrough {
  readonly #details: HTMLDetailsElement;
  readonly #twin: Element;
  readonly #list: HTMLOListElement | null;
  readonly #all: HTMLElement;
  readonly #stage = h('div', { class: 'stage' });
  readonly #schedule = h('select');
  readonly #name: string;
  readonly #src: string;
  readonly #lines: readonly number[];
  #run: number;
  #player: Player | undefined;
  #view: View | undefined;
  #wanted: StepAddress | undefined;

  constructor({ dataset }: HTMLElement, details: HTMLDetailsElement, twin: Element) {
    this.#details = details;
    this.#twin = twin;
    this.#list = details.querySelector('ol');
    this.#src = dataset['src'] ?? '';
    this.#name = dataset['twin'] ?? '';
    this.#lines = fromRanges(dataset['lines'] ?? '');
    this.#run = Number(dataset['run'] ?? 0);
    const runs = JSON.parse(dataset['runs'] ?? '[]') as readonly string[];
    this.#all = h('details', { class: 'all' }, h('summary', {}, 'All steps as a list'), h('ol'));
    details.append(...(runs.length > 1 ? [this.#chooser(runs)] : []), this.#stage);
    if (this.#list) details.append(this.#list);
    // the toggle event comes a little after the fold has closed
    details.addEventListener('keydown', (event) => {
      if (details.open) this.#view?.controls.key(event);
    });
    details.addEventListener('toggle', () => void (details.open ? this.#open() : this.#close()));
    if (details.open) void this.#open();
  }

  /** Opens what a link to a step of this twin asks for. */
  followAddress(): void {
    const address = fromHash(location.hash);
    if (address?.twin !== this.#name || address.run >= Math.max(1, this.#schedule.length)) return;
    this.#wanted = address;
    for (let at = this.#details.parentElement; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
      if (at.role === 'tabpanel' && at.hidden)
        document.getElementById(at.getAttribute('aria-labelledby') ?? '')?.click();
    }
    this.#run = address.run;
    if (this.#details.open) void this.#open();
    else this.#details.open = true;
  }

  #chooser(runs: readonly string[]): HTMLElement {
    this.#schedule.append(...runs.map((label, value) => h('option', { value }, label)));
    this.#schedule.addEventListener('change', () => {
      this.#run = Number(this.#schedule.value);
      void this.#open();
    });
    return h('label', { class: 'schedule' }, 'Schedule ', this.#schedule);
  }

  async #open(): Promise<void> {
    const run = this.#run;
    this.#schedule.value = String(run);
    try {
      const trace = await loadRun(`${this.#src}.${run}.json`);
      if (run !== this.#run || !this.#details.open) return;
      if (this.#player?.trace !== trace || !this.#view) this.#show(playerOf(trace, this.#player));
      this.#goToWanted();
    } catch (error) {
      if (run === this.#run) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #show(player: Player): void {
    const program = this.#twin.querySelector('.program');
    const printed = this.#twin.querySelector('.printed');
    if (!program || !printed) return;
    this.#view?.clear();
    this.#player = player;
    this.#stage.replaceChildren();
    const hash = () => toHash({ twin: this.#name, run: this.#run, step: player.steps[player.place] ?? 0 });
    this.#view = viewOf(player, { program, printed, lines: this.#lines, width: this.#stage.clientWidth, hash });
    this.#stage.replaceChildren(this.#view.element);
    if (this.#list) {
      this.#details.querySelector('.caption')?.remove();
      this.#list.replaceWith(this.#all);
      this.#all.lastElementChild?.replaceWith(listOf(player));
    }
  }

  #goToWanted(): void {
    const [wanted, player] = [this.#wanted, this.#player];
    if (!wanted || !player) return;
    this.#wanted = undefined;
    const isLine = wanted.step <= player.trace.events.length && !player.steps.includes(wanted.step);
    if (player.hasDetail && isLine) player.setDetail(true);
    player.goTo(player.placeOf(wanted.step));
    const controls = this.#stage.querySelector('.controls');
    const bottom = controls?.getBoundingClientRect().bottom ?? 0;
    // what the head of the page covers
    const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const fits = bottom - this.#twin.getBoundingClientRect().top < innerHeight - covered;
    (fits ? this.#twin : this.#details).scrollIntoView();
  }

  #close(): void {
    this.#view?.clear();
    this.#view = undefined;
    this.#stage.replaceChildren();
  }

  #fail(sentence: string): void {
    this.#close();
    const retry = button('Try again', () => void this.#open());
    this.#stage.replaceChildren(h('p', { class: 'failed', role: 'alert' }, sentence, ' ', retry));
  }
}

/** Where `before` was closed in the same run, the reader goes on. */
function playerOf(trace: RunTrace, before: Player | undefined): Player {
  const player = new Player(trace);
  if (before?.trace !== trace) return player;
  if (before.detail) player.setDetail(true);
  player.goTo(before.place);
  return player;
}

/** The steps as sentences, as the page brings them: the time stands where it has changed. */
function listOf(player: Player): HTMLOListElement {
  let clock = '';
  const items = player.steps.slice(1).map((_, index) => {
    const now = inMs(player.state(index + 1).clock);
    const at = now === clock ? {} : { 'data-at': now };
    clock = now;
    return h('li', at, capital(player.caption(index + 1)));
  });
  return h('ol', {}, ...items);
}
