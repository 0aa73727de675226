// Stands in for the interface of the search: its script, a third of a page's weight, is fetched when the reader turns to it.

/** Takes the place of the class of this name in @pagefind/default-ui, called with `new` as that is; loads it at the first sign of use. */
export function PagefindUI(options: object): void {
  const search = document.querySelector('site-search');
  const dialog = search?.querySelector('dialog');
  if (!search || !dialog) return;
  let loading: Promise<void> | undefined;
  const load = () => (loading ??= show(options).catch(() => (loading = undefined)));
  for (const sign of ['pointerenter', 'focusin', 'click']) search.addEventListener(sign, () => void load());
  const opened = new MutationObserver(() => {
    if (dialog.open) void load().then(() => dialog.querySelector('input')?.focus());
  });
  opened.observe(dialog, { attributeFilter: ['open'] });
}

async function show(options: object): Promise<void> {
  const { PagefindUI: Interface } = await import('@pagefind/default-ui');
  new Interface(options);
}
