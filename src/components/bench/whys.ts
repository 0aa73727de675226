// "Why?" at each line of the recorded output: it opens the steps at that line.

/** Adds the buttons once; `explain` is called with the number of the line, from 0. */
export function addWhys(twin: HTMLElement, explain: (line: number) => void): void {
  if (!twin.querySelector('.steps') || twin.querySelector('.printed .why-here')) return;
  for (const [index, row] of [...twin.querySelectorAll('.printed .lines > .line')].entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'why-here';
    button.textContent = 'Why?';
    button.ariaLabel = `Why did “${row.querySelector('samp')?.textContent ?? ''}” come here?`;
    button.addEventListener('click', () => explain(index));
    row.append(button);
  }
}
