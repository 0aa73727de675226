// The tree of schedules: a run's children have its deviations and one more, behind the last. So each schedule has exactly one
// parent, is handed out exactly once, and its depth is the number of its deviations.
import type { Decision, Deviation } from '../decision.ts';
import type { Schedule } from '../schedule.ts';

/** A schedule that waits to be run, or whose run has come back. Nodes share their parents, so that many fit into memory. */
export interface Node {
  readonly parent: Node | undefined;
  readonly deviation: Deviation | undefined;
  /** What the choice points up to this deviation looked like in the parent's run: they must look so again. */
  readonly fingerprint: number;
}

/** The offset basis of FNV-1a: the fingerprint of no choice point. */
const noPoint = 0x811c9dc5;

export const root: Node = { parent: undefined, deviation: undefined, fingerprint: noPoint };

/** A choice point at which a run took the usual way, and its children take the others: all that is kept of the run. */
export interface Branching {
  readonly at: number;
  readonly options: number;
  readonly needless: readonly number[];
  /** Entry `at + 1` of the run's fingerprints. */
  readonly fingerprint: number;
}

export function branchingAt(at: number, { options, needless = [] }: Decision, prints: readonly number[]): Branching {
  return { at, options, needless, fingerprint: prints[at + 1] ?? noPoint };
}

/** The children of a run at its branchings, in order; made as they are read. */
export function* childrenOf(parent: Node, branchings: readonly Branching[]): Iterable<Node, void> {
  for (const { at, options, needless, fingerprint } of branchings) {
    for (let take = 1; take < options; take++) {
      if (!needless.includes(take)) yield { parent, deviation: { at, take }, fingerprint };
    }
  }
}

/** The choice point from which on a run of the node takes the usual way. */
export function firstFree(node: Node): number {
  return node.deviation ? node.deviation.at + 1 : 0;
}

export function scheduleOf(node: Node): Schedule {
  const deviations: Deviation[] = [];
  for (let at: Node | undefined = node; at?.deviation; at = at.parent) deviations.push(at.deviation);
  return { deviations: deviations.reverse() };
}

/**
 * A hash (FNV-1a, 32 bits) of what the choice points of a run looked like: entry n is of the first n, with the answers to all of
 * them but the last. Of a parent and of its child it is the same up to the deviation, unless the program drew lots.
 */
export function fingerprints(decisions: readonly Decision[]): readonly number[] {
  let hash = noPoint;
  const all = [hash];
  for (const { cause, options, at, taken } of decisions) {
    const text = [cause, options, at?.strand, at?.line, at?.what].join(' ');
    for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    all.push(hash);
    hash = Math.imul(hash ^ taken, 0x01000193);
  }
  return all;
}
