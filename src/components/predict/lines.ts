// The lines that a reader puts in order, as a model: where each stands, which may swap with the next, which never come. No DOM.
import type { Prediction } from './grade.ts';

export interface PredictedLine {
  /** Its own number: equal lines are several. */
  readonly id: number;
  readonly text: string;
  /** It may change places with the line below. */
  readonly isJoined: boolean;
  readonly isNever: boolean;
}

export class PredictedLines {
  #lines: readonly PredictedLine[];

  constructor(texts: readonly string[]) {
    this.#lines = texts.map((text, id) => ({ id, text, isJoined: false, isNever: false }));
  }

  get lines(): readonly PredictedLine[] {
    return this.#lines;
  }

  placeOf(id: number): number {
    return this.#lines.findIndex((line) => line.id === id);
  }

  /** Moves a line to another place; beyond the ends it stays at the end. What it was joined with it no longer is. */
  move(id: number, to: number): void {
    const from = this.placeOf(id);
    const line = this.#lines[from];
    const place = Math.min(this.#lines.length - 1, Math.max(0, to));
    if (!line || place === from) return;
    const parted = this.#lines.map((one, index) => (index === from - 1 ? { ...one, isJoined: false } : one));
    this.#lines = parted.toSpliced(from, 1).toSpliced(place, 0, { ...line, isJoined: false });
  }

  toggle(id: number, mark: 'isJoined' | 'isNever'): void {
    this.#lines = this.#lines.map((line) => (line.id === id ? { ...line, [mark]: !line[mark] } : line));
  }

  prediction(): Prediction {
    const coming = this.#lines.filter(({ isNever }) => !isNever);
    const joined = coming.flatMap(({ isJoined }, place) => (isJoined ? [place] : []));
    const never = this.#lines.filter(({ isNever }) => isNever).map(({ text }) => text);
    return { order: coming.map(({ text }) => text), joined, never };
  }
}

/** The order in which they are offered: alphabetical, the other way round where that happens to be right. */
export function offered(texts: readonly string[], isRight: (order: readonly string[]) => boolean): readonly string[] {
  return isRight(texts) ? texts.toReversed() : texts;
}
