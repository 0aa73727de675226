// First in, first out, in constant time however long it is. An array is not: Array.prototype.shift moves all that is behind.

export class Queue<Item> {
  /** In the order in which they came in. */
  #back: Item[] = [];
  /** In reverse: the last one is the first to go. */
  #front: Item[] = [];

  push(item: Item): void {
    this.#back.push(item);
  }

  /** The first to go; undefined if there is none. */
  peek(): Item | undefined {
    if (this.#front.length === 0) {
      this.#front = this.#back.reverse();
      this.#back = [];
    }
    return this.#front.at(-1);
  }

  shift(): void {
    this.peek();
    this.#front.pop();
  }

  get isEmpty(): boolean {
    return this.#front.length === 0 && this.#back.length === 0;
  }
}
