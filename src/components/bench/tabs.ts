// A list of tabs as the ARIA Authoring Practices describe it: one stop for Tab, arrows go round, Home and End to the ends.

/** Which tab is chosen: it alone takes part in the order of Tab. */
export function selectTab(tabs: readonly HTMLElement[], chosen: HTMLElement): void {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
}

/** Keys on the tabs choose one at once. */
export function followKeys(tabs: readonly HTMLElement[], choose: (tab: HTMLElement) => void): void {
  for (const [index, tab] of tabs.entries()) {
    const next: Record<string, number> = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 };
    tab.addEventListener('keydown', (event) => {
      const to = next[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const chosen = tabs.at(to % tabs.length);
      if (!chosen) return;
      choose(chosen);
      chosen.focus();
    });
  }
}
