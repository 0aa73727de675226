// Walks through steps by keys until the reader leaves. Keys as in the page: arrows or , and . ; Home and End; q.
import type { Screen } from './screen.ts';

/** What is shown at a step: the `place`-th of `count`. */
export type View = (step: number, place: number, count: number, size: Screen['size']) => readonly string[];

const ends = new Set(['q', 'escape']);

/** Shows the steps one at a time. Gives 0 when the reader leaves, 130 after Ctrl-C; the screen is closed in any case. */
export async function walk(screen: Screen, steps: readonly number[], view: View): Promise<number> {
  let place = 0;
  const last = steps.length - 1;
  const show = () => screen.draw(view(steps[place] ?? 0, place, last, screen.size));
  try {
    show();
    for await (const key of screen.keys()) {
      if (key === 'ctrl-c') return 130;
      if (ends.has(key)) break;
      place = Math.min(last, Math.max(0, moved(key, place, last)));
      show();
    }
    return 0;
  } finally {
    screen.close();
  }
}

function moved(key: string, place: number, last: number): number {
  switch (key) {
    case 'right':
    case '.':
      return place + 1;
    case 'left':
    case ',':
      return place - 1;
    case 'home':
      return 0;
    case 'end':
      return last;
    default:
      return place;
  }
}
