// What is counted for one freedom; each kind of freedom has a tally of its own.
import type { AlignedLine } from '../match/align.ts';
import type { Freedom } from '../contract.ts';
import type { Fault } from '../judge/fault.ts';

/** How often two things came one way and the other; a thing is named by its first line. */
export interface PairCount {
  readonly one: string;
  readonly other: string;
  /** Times that `one` began before `other`. */
  readonly oneFirst: number;
  readonly otherFirst: number;
}

/** How often an alternative was taken, named by its first line. */
interface TakenCount {
  readonly name: string;
  readonly times: number;
}

export interface FreedomCount {
  readonly freedom: Freedom;
  /** Of `any order`, `lanes` and `free`. */
  readonly pairs: readonly PairCount[];
  /** Of `either`. */
  readonly taken: readonly TakenCount[];
}

/** Counts for one freedom. */
export interface FreedomTally {
  readonly freedom: Freedom;
  /** Takes one output that fits the contract into account. */
  see(lines: readonly AlignedLine[]): void;
  count(): FreedomCount;
  /** Nothing where `schedules` schedules bore the claim out. */
  verdict(schedules: number): readonly Fault[];
}
