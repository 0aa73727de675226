// A program in which parts become blanks: what is left stays at its line and column.
// Source of the rule: crates/swc_ts_fast_strip/src/lib.rs of swc, which Node runs.

/** A character that already is space of some kind, or ends a line, stays as it is. */
const space = /^[\t\v\f\uFEFF\n\r\u2028\u2029 \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]$/;

export class Blanks {
  readonly #units: string[];
  readonly #signs: (readonly [at: number, sign: string])[] = [];

  constructor(source: string) {
    this.#units = source.split('');
  }

  text(): string {
    for (const [at, sign] of this.#signs) this.#units[at] = sign;
    return this.#units.join('');
  }

  /** Blanks from `from` to `to`, each as long in UTF-8 as what stood there; line ends stay. */
  blank(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const unit = this.#units[at] ?? '';
      const code = unit.charCodeAt(0);
      if (space.test(unit)) continue;
      if (code >= 0xd800 && code < 0xdc00) this.#units[at] = ' ';
      else if (code >= 0xdc00 && code < 0xe000) this.#units[at] = '\uFEFF';
      else this.#units[at] = code < 0x80 ? ' ' : code < 0x800 ? '\u00A0' : '\u2002';
    }
  }

  /** Writes `sign` at a place, whatever else becomes of it. */
  put(at: number, sign: ';' | '(' | ')' | ' '): void {
    this.#signs.push([at, sign]);
  }
}
