// Dragging a line of a list with a mouse or a finger to another place.

/** `drop` is called with the number of the line and the place where it was let go. */
export function followDrag(list: HTMLElement, drop: (id: number, place: number) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const target = event.target instanceof Element ? event.target.closest('.line-text') : null;
    const row = target?.closest<HTMLElement>('li');
    if (!row || event.button !== 0) return;
    const from = event.clientY;
    list.setPointerCapture(event.pointerId);
    const move = ({ clientY }: PointerEvent) => {
      row.classList.add('dragged');
      row.style.transform = `translateY(${clientY - from}px)`;
    };
    const end = ({ type, clientY }: PointerEvent) => {
      list.removeEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel'] as const) list.removeEventListener(name, end);
      row.classList.remove('dragged');
      row.style.transform = '';
      if (type === 'pointerup' && Math.abs(clientY - from) > 4)
        drop(Number(row.dataset['id']), placeAt(list, row, clientY));
    };
    list.addEventListener('pointermove', move);
    for (const name of ['pointerup', 'pointercancel'] as const) list.addEventListener(name, end);
  });
}

/** How many other rows lie above this height. */
function placeAt(list: HTMLElement, row: HTMLElement, y: number): number {
  const others = [...list.children].filter((one) => one !== row);
  return others.filter((one) => {
    const { top, height } = one.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
