// The workbench comes to life: its bar chooses a view, a language and a half, addresses open them, and the scripts of the steps and
// of the prediction are fetched when a reader turns to them.
import type { StepsWanted } from '../steps/steps-mode.ts';
import { fromHash, toHash } from './address.ts';
import type { BenchAddress } from './address.ts';
import { chooseLanguage, chosenLanguage, onLanguage, shownLanguages } from './language.ts';
import { isMode } from './modes.ts';
import type { Half, Mode } from './modes.ts';
import { rememberedMode, rememberMode } from './remembered.ts';
import { followKeys, selectTab } from './tabs.ts';
import { addWhys } from './whys.ts';

const broken = '.broken';

export class WorkBench extends HTMLElement {
  #wanted: StepsWanted | undefined;

  connectedCallback(): void {
    for (const view of this.querySelectorAll<HTMLElement>('.view')) {
      view.role = 'tabpanel';
      view.tabIndex = 0;
    }
    for (const program of this.querySelectorAll<HTMLElement>('.program')) {
      program.role = 'group';
      program.ariaLabel = 'Text of the program';
      program.tabIndex = 0;
    }
    for (const details of this.querySelectorAll<HTMLDetailsElement>('.comparison details')) details.open = true;
    followKeys(this.#tabs, (tab) => tab.click());
    this.addEventListener('click', (event) => this.#clicked(event));
    onLanguage(() => this.#refresh());
    addEventListener('hashchange', () => this.#follow(fromHash(location.hash)));
    const mode = rememberedMode(this.#id);
    if (mode) this.dataset['mode'] = mode;
    if (!this.#follow(fromHash(location.hash))) this.#wakeWhenNear();
  }

  get #id(): string {
    return this.dataset['id'] ?? '';
  }

  get #mode(): Mode {
    return isMode(this.dataset['mode']) ? this.dataset['mode'] : 'output';
  }

  get #tabs(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=tab]')];
  }

  /** The programs that are on the page now. */
  get #twins(): HTMLElement[] {
    const half = this.dataset['half'] ?? '';
    return shownLanguages().flatMap((language) => {
      const own = [...this.querySelectorAll<HTMLElement>(`.twin[data-language=${language}]`)];
      return own.filter((twin) => [half, 'any'].includes(twin.dataset['half'] ?? ''));
    });
  }

  #clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a') : null;
    const { mode, language, half } = target?.closest('.bar') ? target.dataset : {};
    if (isMode(mode)) this.#choose(mode);
    if (language === 'ts' || language === 'py' || language === 'both') chooseLanguage(language);
    if (half === 'broken' || half === 'fixed') this.#chooseHalf(half);
    const address = target instanceof HTMLAnchorElement ? fromHash(target.hash) : undefined;
    if (!address || !target?.matches('.open-steps')) return;
    event.preventDefault();
    history.pushState(null, '', toHash(address));
    this.#follow(address);
  }

  /** The reader chooses a view: it is remembered, and it is what the address of the page says. */
  #choose(mode: Mode): void {
    if (mode === 'predict') this.dataset['half'] = 'fixed';
    this.dataset['mode'] = mode;
    rememberMode(this.#id, mode);
    history.replaceState(null, '', toHash({ id: this.#id, mode }));
    this.#refresh();
    this.#bringIntoView();
  }

  #chooseHalf(half: Half): void {
    this.dataset['half'] = half;
    if (half === 'broken' && this.#mode === 'predict') this.dataset['mode'] = 'output';
    this.#refresh();
  }

  /** Opens what an address asks for; false where it names no view of this program. */
  #follow(address: BenchAddress | undefined): boolean {
    if (!address || address.id.replace(broken, '') !== this.#id) return false;
    for (let at = this.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    const { language, mode, run, step, walk } = address;
    if (this.querySelector('.bar [data-half]')) this.dataset['half'] = address.id.endsWith(broken) ? 'broken' : 'fixed';
    this.dataset['mode'] = mode;
    if (mode === 'steps') this.#wanted = { run, step, walk };
    if (language !== undefined && !shownLanguages().includes(language)) chooseLanguage(language);
    else this.#refresh();
    this.scrollIntoView();
    return true;
  }

  /** What is fetched for a view is fetched when the reader comes near it. */
  #wakeWhenNear(): void {
    this.#markBar();
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        this.#refresh();
      },
      { rootMargin: '200px' },
    );
    near.observe(this);
  }

  #markBar(): void {
    const mode = this.#mode;
    const chosen = this.#tabs.find((tab) => tab.dataset['mode'] === mode);
    if (chosen) selectTab(this.#tabs, chosen);
    const pressed: Record<string, string | undefined> = { language: chosenLanguage(), half: this.dataset['half'] };
    for (const button of this.querySelectorAll<HTMLElement>('.switches button'))
      for (const [name, value] of Object.entries(pressed))
        if (button.dataset[name] !== undefined) button.ariaPressed = String(button.dataset[name] === value);
  }

  /** The bar and the open view agree with what is chosen. */
  #refresh(): void {
    this.#markBar();
    const mode = this.#mode;
    const twins = this.#twins;
    if (mode === 'output') for (const twin of twins) addWhys(twin, (line) => this.#explain(line));
    if (mode === 'predict') void this.#predict(twins);
    void this.#steps(twins);
  }

  #explain(line: number): void {
    this.#wanted = { line };
    this.#choose('steps');
  }

  async #predict(twins: readonly HTMLElement[]): Promise<void> {
    const { openPrediction } = await import('../predict/predict-mode.ts');
    for (const twin of twins) openPrediction(twin, () => this.#choose('output'));
  }

  /** What was opened stops when the reader leaves it. */
  async #steps(twins: readonly HTMLElement[]): Promise<void> {
    const isOpen = this.#mode === 'steps';
    if (!isOpen && !this.querySelector('.player')) return;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    const { bringUpBoth, openSteps, stopSteps } = await import('../steps/steps-mode.ts');
    const comparison = this.querySelector<HTMLElement>('.comparison');
    const isCompared = isOpen && twins.length > 1 && comparison !== null;
    for (const twin of this.querySelectorAll<HTMLElement>('.twin'))
      if (isOpen && !isCompared && twins.includes(twin)) openSteps(twin, wanted);
      else stopSteps(twin);
    if (isCompared) await bringUpBoth(this, comparison);
  }

  /** A workbench is as tall as the window at most: where a view is opened, it is brought into it whole. */
  #bringIntoView(): void {
    const { top, bottom } = this.getBoundingClientRect();
    const free = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const covered = free + (parseFloat(getComputedStyle(this).scrollMarginTop) || 0);
    if (top < covered || bottom > innerHeight) this.scrollIntoView({ block: top < covered ? 'start' : 'end' });
  }
}
