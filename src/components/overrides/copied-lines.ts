// Gives the button that copies a listing its text: that of the lines beside it.

/** What Expressive Code's own script expects between two lines. */
const lineBreak = '\u007F';

/** Call once on a page, whichever listings come later. The button's own listener runs after this one. */
export function copyLines(): void {
  document.addEventListener('click', ({ target }) => prepare(target), { capture: true });
}

function prepare(target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest<HTMLElement>('.expressive-code .copy button') : null;
  if (!button || button.dataset['code'] !== undefined) return;
  const lines = button.closest('figure')?.querySelectorAll('pre .ec-line .code') ?? [];
  button.dataset['code'] = [...lines].map((line) => (line.textContent ?? '').replace(/\n$/, '')).join(lineBreak);
}
