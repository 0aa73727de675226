// The prediction of one program: the way to its output for a reader who would rather see it.
const opened = new WeakSet<HTMLElement>();

/** `show` leads to the output. Called again it does nothing. */
export function openPrediction(twin: HTMLElement, show: () => void): void {
  const view = twin.querySelector('.view[data-mode=predict]');
  if (!view || opened.has(twin)) return;
  opened.add(twin);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'just-show';
  button.textContent = 'Just show me';
  button.addEventListener('click', show);
  view.append(button);
}
