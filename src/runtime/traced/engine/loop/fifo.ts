// A queue: first in, first out, without moving what is left.

export class Fifo<T> {
  #items: T[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (++this.#head >= this.#items.length) {
      this.#items = [];
      this.#head = 0;
    }
    return item;
  }
}
