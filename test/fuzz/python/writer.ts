// What a random asyncio program is written from.

/** Reads choices from a tape; 0, the simplest one, once it is at its end. */
export class Writer {
  readonly #tape: readonly number[];
  #at = 0;
  #names = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  choose(count: number): number {
    return (this.#tape[this.#at++] ?? 0) % count;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.choose(choices.length)] ?? choices[0];
  }

  /** A name, or a text to print, that no other place has. */
  fresh(stem: string): string {
    return `${stem}${this.#names++}`;
  }
}
