// The model of both twins stepped together: two players, and rows at which both stand at a printed line. No DOM.
import { languages, otherLanguage } from '../../../languages.ts';
import type { Language } from '../../../languages.ts';
import type { RowEnd } from './rows.ts';
import type { Player } from '../player.ts';

export class Both {
  readonly players: Readonly<Record<Language, Player>>;
  readonly rows: readonly RowEnd[];
  #place = 0;
  #moving = false;
  readonly #listeners = new Set<() => void>();

  /** `rows`: how far each twin has come at each row; the last one is the end of both programs. */
  constructor(players: Readonly<Record<Language, Player>>, rows: readonly RowEnd[]) {
    this.players = players;
    this.rows = rows;
    for (const twin of languages) players[twin].on('step', () => this.#follow(twin));
  }

  /** How many rows are done, 0 before the first. A twin that is walked by itself is somewhere in the last of them. */
  get place(): number {
    return this.#place;
  }

  get last(): number {
    return this.rows.length;
  }

  /** Both twins go to the end of a row; beyond the ends they stay at the end. */
  goTo(row: number): void {
    const to = Math.min(this.last, Math.max(0, Math.round(row)));
    if (Number.isNaN(to)) return;
    this.#place = to;
    this.#move({ ts: this.#end(to, 'ts'), py: this.#end(to, 'py') });
  }

  /** What the row is, without a full stop: who prints which line. */
  says(row: number): string {
    if (row === 0) return 'Before the first line';
    if (row === this.last) return 'After the last line, to the end of both programs';
    const [ts, py] = [this.#printed(row, 'ts'), this.#printed(row, 'py')];
    if (ts && py) return `Both print "${ts.text}": ${ts.by} in TypeScript, ${py.by} in Python`;
    const [twin, line] = ts ? (['TypeScript', ts] as const) : (['Python', py] as const);
    return `Only ${twin} prints "${line?.text ?? ''}" here: ${line?.by ?? ''}`;
  }

  /** Calls `listener` whenever another row is shown; the function that it gives ends that. */
  on(_: 'step' | 'steps', listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(row: number, twin: Language): number {
    return this.rows[row - 1]?.[twin] ?? 0;
  }

  #printed(row: number, twin: Language): { text: string; by: string } | undefined {
    const end = this.#end(row, twin);
    const { trace, names } = this.players[twin];
    const event = end > this.#end(row - 1, twin) ? trace.events[end - 1] : undefined;
    return event?.kind === 'print' ? { text: event.text, by: names.strand(event.strand) } : undefined;
  }

  /** A twin was walked by itself: if it is in another row now, the other one keeps to the bounds of that row. */
  #follow(twin: Language): void {
    const step = this.#step(twin);
    const found = step === 0 ? 0 : this.rows.findIndex((row) => row[twin] >= step) + 1;
    if (this.#moving || this.#end(found, twin) === this.#end(this.#place, twin)) return;
    this.#place = found;
    const other = otherLanguage[twin];
    const at = this.#step(other);
    this.#move({ [other]: Math.min(this.#end(found, other), Math.max(this.#end(found - 1, other), at)) });
  }

  #step(twin: Language): number {
    const { steps, place } = this.players[twin];
    return steps[place] ?? 0;
  }

  #move(to: Partial<Record<Language, number>>): void {
    this.#moving = true;
    for (const twin of languages) {
      const player = this.players[twin];
      const step = to[twin];
      if (step !== undefined) player.goTo(player.placeOf(step));
    }
    this.#moving = false;
    for (const listener of [...this.#listeners]) listener();
  }
}
