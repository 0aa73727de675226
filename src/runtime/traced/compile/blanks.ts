// A program in which parts become spaces: what is left stays at its line and column.

export class Blanks {
  readonly source: string;
  readonly #units: string[];

  constructor(source: string) {
    this.source = source;
    this.#units = source.split('');
  }

  text(): string {
    return this.#units.join('');
  }

  /** Spaces from `from` to `to`; line ends stay. */
  blank(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      if (this.#units[index] !== '\n' && this.#units[index] !== '\r') this.#units[index] = ' ';
    }
  }

  /** A semicolon at `index`. */
  semicolon(index: number): void {
    this.#units[index] = ';';
  }
}
