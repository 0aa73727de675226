// Reads choices from a tape of numbers, and joins what is chosen: the one that statements and expressions are made with.

/** Where a statement or an expression stands. */
export interface Place {
  /** Whether `await` may be written. */
  readonly async: boolean;
  /** Whether an error that is thrown here is caught. */
  readonly caught: boolean;
  /** How deep the blocks may still go. */
  readonly depth: number;
}

/** Writes one construct. */
export type Make = (builder: Builder, place: Place) => string;

/** The two constructs that stand in others, and so contain each other. */
export interface Grammar {
  readonly statement: Make;
  readonly expression: Make;
}

export class Builder {
  /** Functions and generators that the program declares. */
  readonly declarations: string[] = [];
  readonly #tape: readonly number[];
  readonly #grammar: Grammar;
  #at = 0;
  #names = 0;

  constructor(tape: readonly number[], grammar: Grammar) {
    this.#tape = tape;
    this.#grammar = grammar;
  }

  /** A number from 0 to below `count`; 0, the simplest choice, once the tape is at its end. */
  choose(count: number): number {
    return (this.#tape[this.#at++] ?? 0) % count;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.choose(choices.length)] ?? choices[0];
  }

  name(prefix: string): string {
    return `${prefix}${++this.#names}`;
  }

  /** One to three statements. */
  block(place: Place): string {
    const inner = { ...place, depth: place.depth - 1 };
    return Array.from({ length: this.choose(3) + 1 }, () => this.#grammar.statement(this, inner)).join('\n');
  }

  /** A call that prints a line of its own, with a value. */
  log(value?: string): string {
    const label = `'${this.name('')}'`;
    return value === undefined ? `log(${label});` : `log(${label}, ${value});`;
  }

  expression(place: Place): string {
    return this.#grammar.expression(this, { ...place, depth: place.depth - 1 });
  }
}
