// Counts how often each alternative of an `~ either` was taken.
import type { AlignedLine } from '../match/align.ts';
import { linesOf } from '../contract.ts';
import type { AlternativeNode, Freedom } from '../contract.ts';
import { counted } from '../explain/words.ts';
import type { Fault } from '../judge/fault.ts';
import type { FreedomCount, FreedomTally } from './tally.ts';

interface Taken {
  readonly name: string;
  readonly line: number;
  times: number;
}

export class AlternativeTally implements FreedomTally {
  readonly freedom: Freedom;
  /** By item; undefined for an alternative in which this twin prints nothing, which cannot be seen. */
  readonly #taken: readonly (Taken | undefined)[];

  constructor({ freedom, items }: AlternativeNode) {
    this.freedom = freedom;
    this.#taken = items.map((item) => {
      const [first] = linesOf(item);
      return first && { name: first.pattern.text, line: item.line, times: 0 };
    });
  }

  see(lines: readonly AlignedLine[]): void {
    const positions = lines.flatMap((line) => line.freedoms.filter((position) => position.line === this.freedom.line));
    const items = new Map(positions.map(({ item, round }) => [`${item} ${round}`, item]));
    for (const item of items.values()) {
      const taken = this.#taken[item];
      if (taken) taken.times += 1;
    }
  }

  count(): FreedomCount {
    const taken = this.#taken.filter((one) => one !== undefined).map(({ name, times }) => ({ name, times }));
    return { freedom: this.freedom, pairs: [], taken };
  }

  verdict(schedules: number): readonly Fault[] {
    return this.#taken.flatMap((taken) => {
      if (!taken || taken.times > 0) return [];
      const message =
        `contract line ${taken.line}: the alternative "${taken.name}" is claimed possible by ${this.freedom.cause}, ` +
        `but it never happened in ${counted(schedules, 'schedule')}`;
      return [{ message, contractLine: taken.line }];
    });
  }
}
