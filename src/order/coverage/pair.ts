// Counts the two orders of a `~ free: A <> B`.
import type { AlignedLine } from '../match/align.ts';
import { fits } from '../match/bindings.ts';
import type { FreeFact, Freedom } from '../contract.ts';
import type { Fault } from '../judge/fault.ts';
import { counted } from '../explain/words.ts';
import type { FreedomCount, FreedomTally } from './tally.ts';

export class FreeTally implements FreedomTally {
  readonly #fact: FreeFact;
  #oneFirst = 0;
  #otherFirst = 0;

  constructor(fact: FreeFact) {
    this.#fact = fact;
  }

  get freedom(): Freedom {
    return this.#fact.freedom;
  }

  see(lines: readonly AlignedLine[]): void {
    const one = lines.findIndex((line) => fits(this.#fact.one, line.text));
    const other = lines.findIndex((line) => fits(this.#fact.other, line.text));
    if (one < 0 || other < 0 || one === other) return;
    if (one < other) this.#oneFirst += 1;
    else this.#otherFirst += 1;
  }

  count(): FreedomCount {
    const { one, other, freedom } = this.#fact;
    const pair = { one: one.text, other: other.text, oneFirst: this.#oneFirst, otherFirst: this.#otherFirst };
    return { freedom, pairs: [pair], taken: [] };
  }

  verdict(schedules: number): readonly Fault[] {
    if (this.#oneFirst > 0 && this.#otherFirst > 0) return [];
    const { one, other, freedom, line } = this.#fact;
    const seen = this.#oneFirst + this.#otherFirst;
    const first = this.#oneFirst > 0 ? one.text : other.text;
    const which =
      seen === schedules
        ? `all ${counted(schedules, 'schedule')}`
        : `all ${seen} of ${counted(schedules, 'schedule')} that printed both`;
    const what = seen === 0 ? `no schedule of ${schedules} printed both` : `${which} printed "${first}" first`;
    const message = `contract line ${line}: "${one.text}" <> "${other.text}" is claimed free by ${freedom.cause}, but ${what}`;
    return [{ message, contractLine: line }];
  }
}
