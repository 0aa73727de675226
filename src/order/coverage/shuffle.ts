// Counts which lines of an `~ any order` block or a row of lanes came before which. Two items have swapped if some line
// of one and some line of the other were seen both ways.
import type { AlignedLine } from '../match/align.ts';
import { linesOf } from '../contract.ts';
import type { Freedom, ShuffleNode } from '../contract.ts';
import type { Fault } from '../judge/fault.ts';
import type { FreedomCount, FreedomTally, PairCount } from './tally.ts';
import { counted } from '../explain/words.ts';

interface Item {
  /** Its place in the block. */
  readonly index: number;
  /** Its first line. */
  readonly name: string;
}

/** One printed line of the block, as it can be found again in the next output. */
interface Event {
  readonly item: number;
  readonly id: string;
}

interface Ways {
  forward: boolean;
  backward: boolean;
}

export class ShuffleTally implements FreedomTally {
  readonly freedom: Freedom;
  /** The items in which this twin prints something. */
  readonly #items: readonly Item[];
  readonly #ways = new Map<string, Ways>();
  readonly #swapped = new Set<number>();
  readonly #began = new Map<string, number>();

  constructor({ freedom, items }: ShuffleNode) {
    this.freedom = freedom;
    this.#items = items.flatMap((item, index) => {
      const [first] = linesOf(item);
      return first ? [{ index, name: first.pattern.text }] : [];
    });
  }

  see(lines: readonly AlignedLine[]): void {
    for (const events of this.#rounds(lines)) {
      for (const [index, late] of events.entries()) {
        for (const early of events.slice(0, index)) this.#order(early, late);
      }
      const began = [...new Set(events.map((event) => event.item))];
      for (const [index, late] of began.entries()) {
        for (const early of began.slice(0, index)) {
          const pair = `${early} ${late}`;
          this.#began.set(pair, (this.#began.get(pair) ?? 0) + 1);
        }
      }
    }
  }

  count(): FreedomCount {
    const pairs = this.#items.flatMap((one, index) =>
      this.#items.slice(index + 1).map((other) => this.#pair(one, other)),
    );
    return { freedom: this.freedom, pairs, taken: [] };
  }

  verdict(schedules: number): readonly Fault[] {
    const { line, cause, kind } = this.freedom;
    if (this.#items.length < 2) return [];
    const start = `contract line ${line}:`;
    const claim = `claimed free by ${cause}, but in ${counted(schedules, 'schedule')}`;
    if (this.#swapped.size === 0) {
      return [{ message: `${start} this block is ${claim} no two of its lines ever swapped`, contractLine: line }];
    }
    return this.#items
      .filter((item) => !this.#swapped.has(item.index))
      .map((item) => {
        const name = kind === 'lanes' ? `the lane of "${item.name}"` : `"${item.name}"`;
        return { message: `${start} ${name} is ${claim} it never swapped with the others`, contractLine: line };
      });
  }

  // The printed lines of the block, one list for each time that it was printed.
  #rounds(lines: readonly AlignedLine[]): readonly (readonly Event[])[] {
    const rounds = new Map<number, Event[]>();
    for (const line of lines) {
      const position = line.freedoms.find((one) => one.line === this.freedom.line);
      if (!position) continue;
      const events = rounds.get(position.round) ?? [];
      rounds.set(position.round, events);
      const before = events.filter((event) => event.id.startsWith(`${line.contractLine}.`)).length;
      events.push({ item: position.item, id: `${line.contractLine}.${before}` });
    }
    return [...rounds.values()];
  }

  #order(early: Event, late: Event): void {
    if (early.item === late.item) return;
    const forward = early.item < late.item;
    const pair = forward ? `${early.id} ${late.id}` : `${late.id} ${early.id}`;
    const ways = this.#ways.get(pair) ?? { forward: false, backward: false };
    this.#ways.set(pair, ways);
    if (forward) ways.forward = true;
    else ways.backward = true;
    if (ways.forward && ways.backward) this.#swapped.add(early.item).add(late.item);
  }

  #pair(one: Item, other: Item): PairCount {
    return {
      one: one.name,
      other: other.name,
      oneFirst: this.#began.get(`${one.index} ${other.index}`) ?? 0,
      otherFirst: this.#began.get(`${other.index} ${one.index}`) ?? 0,
    };
  }
}
