// The language in which a reader sees every program of the site. It stands on the root of the page, where the style sheet reads it;
// the head of the page (overrides/Head.astro) puts there what was chosen before.
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';

export type ChosenLanguage = Language | 'both';

/** Under which it is stored; also in overrides/Head.astro, which must not wait for a script. */
const key = 'interleave:language';

/** Where both languages have room side by side: as in the style sheet. */
const wide = '(min-width: 87.5rem)';

const changed = 'language-chosen';

export function chosenLanguage(): ChosenLanguage {
  const chosen = document.documentElement.dataset['language'];
  return chosen === 'py' || chosen === 'both' ? chosen : 'ts';
}

/** The languages that are on the page: of both the first alone where there is no room for two. */
export function shownLanguages(): readonly Language[] {
  const chosen = chosenLanguage();
  if (chosen !== 'both') return [chosen];
  return matchMedia(wide).matches ? languages : ['ts'];
}

export function chooseLanguage(language: ChosenLanguage): void {
  document.documentElement.dataset['language'] = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // storage is full or forbidden: the choice holds for this page
  }
  document.dispatchEvent(new Event(changed));
}

/** Calls `listener` when another language is chosen, or when both get or lose their room. */
export function onLanguage(listener: () => void): void {
  document.addEventListener(changed, listener);
  matchMedia(wide).addEventListener('change', listener);
}
