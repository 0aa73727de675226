// The words and signs of a program in order, comments left out: what stands right before and right after a place.

export interface Token {
  readonly start: number;
  readonly end: number;
}

const lineBreak = /[\n\r\u2028\u2029]/;
/** Signs that also stand before one operand. */
const signs = new Set(['+', '-']);

export class Tokens {
  readonly #source: string;
  readonly #tokens: readonly Token[];

  /** `tokens` in source order. */
  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  /** The first token that begins at `place` or after it. */
  from(place: number): Token | undefined {
    return this.#tokens[this.#indexFrom(place)];
  }

  /** The last token that begins before `place`. */
  before(place: number): Token | undefined {
    return this.#tokens[this.#indexFrom(place) - 1];
  }

  text(token: Token | undefined): string {
    return token === undefined ? '' : this.#source.slice(token.start, token.end);
  }

  /** Whether a line ends between the two places. */
  hasLineBreak(from: number, to: number): boolean {
    return lineBreak.test(this.#source.slice(from, to));
  }

  /**
   * Whether what follows `place` begins a line and would be read as part of an expression before it: a bracket or a
   * template; of a `statement` also a sign or a regular expression.
   * https://tc39.es/ecma262/#sec-interesting-cases-of-automatic-semicolon-insertion
   */
  goesOn(place: number, after: 'statement' | 'expression'): boolean {
    const index = this.#indexFrom(place);
    const [last, next] = [this.#tokens[index - 1], this.#tokens[index]];
    if (!last || !next || !this.hasLineBreak(last.end, next.start)) return false;
    const text = this.text(next);
    if (text === '`') return this.text(this.#tokens[index + 2]) === '`';
    return text === '(' || text === '[' || (after === 'statement' && (signs.has(text) || text.startsWith('/')));
  }

  #indexFrom(place: number): number {
    let [low, high] = [0, this.#tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.start ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
