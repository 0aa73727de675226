// The list of lessons stays behind its button up to 90 em; Starlight's own script opens it for good from 50 em on.

const folded = matchMedia('(max-width: 89.99em)');
const wide = matchMedia('(min-width: 50em)');

/** Call once on a page. */
export async function foldSidebar(): Promise<void> {
  const pane = document.getElementById('starlight__sidebar');
  if (!pane) return;
  await customElements.whenDefined(pane.localName);
  const fold = () => {
    if (folded.matches) pane.popover = 'auto';
    else pane.popover = null;
  };
  fold();
  for (const query of [folded, wide]) query.addEventListener('change', fold);
}
