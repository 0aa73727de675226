// Waiter lists of shared memory (ECMA-262 25.4.1): for each cell who waits to be notified, first come first.

export interface Waiter {
  /** The number of the thread. */
  readonly thread: number;
  isWoken: boolean;
  /** Told at once. */
  readonly wake?: () => void;
}

export class Waiters {
  readonly #lists = new Map<string, Waiter[]>();

  add(cell: string, waiter: Waiter): void {
    const list = this.#lists.get(cell);
    if (list) list.push(waiter);
    else this.#lists.set(cell, [waiter]);
  }

  remove(cell: string, waiter: Waiter): void {
    const list = this.#lists.get(cell);
    const index = list?.indexOf(waiter) ?? -1;
    if (index >= 0) list?.splice(index, 1);
  }

  /** Who waits where others wait as well, in their order. */
  get order(): string {
    const shared = [...this.#lists].filter(([, list]) => list.length > 1);
    return shared
      .map(([cell, list]) => `${cell}:${list.map(({ thread }) => thread).join()}`)
      .sort()
      .join(' ');
  }

  /** Wakes at most so many; gives how many it were. */
  notify(cell: string, most: number): number {
    const woken = this.#lists.get(cell)?.splice(0, most) ?? [];
    for (const waiter of woken) {
      waiter.isWoken = true;
      waiter.wake?.();
    }
    return woken.length;
  }
}
