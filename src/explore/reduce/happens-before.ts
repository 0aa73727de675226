// Happens-before caching (Musuvathi & Qadeer, MSR-TR-2007-12, as in CHESS): two beginnings of a run whose steps depend on each other
// in the same way lead to the same state. What can come after it is tried once, or again where less of the bound is spent.
import type { Bound, Spending } from '../bound.ts';
import type { Decision, Step } from '../decision.ts';
import { openPoints } from '../search/expand.ts';
import type { Expander } from '../search/expand.ts';
import { branchingAt, childrenOf, fingerprints } from '../search/tree.ts';
import type { Branching, Node } from '../search/tree.ts';
import type { Dependent } from './dependence.ts';

export class HappensBefore implements Expander {
  readonly #bound: Bound;
  readonly #dependent: Dependent;
  /** What was spent when a state was come to, least first; several where none is less for every cause. */
  readonly #seen = new Map<string, Spending[]>();
  readonly cut = new Set<Decision['cause']>();

  constructor(bound: Bound, dependent: Dependent) {
    this.#bound = bound;
    this.#dependent = dependent;
  }

  expand(node: Node, decisions: readonly Decision[]): readonly Iterable<Node, void>[] {
    const prints = fingerprints(decisions);
    const keys = keysOf(decisions, this.#dependent);
    const branchings: Branching[] = [];
    const own = new Set<string>();
    for (const { at, decision, spending } of openPoints(node, decisions, this.#bound)) {
      const key = keys[at];
      if (key !== undefined && own.has(key)) continue; // nothing has happened since
      if (key !== undefined && !this.#isNew(key, spending)) break;
      if (key !== undefined) own.add(key);
      if (spending.affords(decision)) branchings.push(branchingAt(at, decision, prints));
      else this.cut.add(decision.cause);
    }
    return [childrenOf(node, branchings)];
  }

  #isNew(key: string, spending: Spending): boolean {
    const before = this.#seen.get(key) ?? [];
    if (before.some((other) => other.isWithin(spending))) return false;
    const now = spending.copy();
    this.#seen.set(key, [...before.filter((other) => !now.isWithin(other)), now]);
    return true;
  }
}

/** For each choice point what can come after it: as the engine says, or by the steps before it and the strand that runs. */
function keysOf(decisions: readonly Decision[], dependent: Dependent): readonly (string | undefined)[] {
  if (decisions[0]?.state !== undefined) return decisions.map(({ state, cost = 0 }) => state && `${state} ${cost}`);
  const states = statesOf(decisions, dependent);
  // what a switch costs depends on who runs
  return decisions.map(({ ways, cost = 0 }, at) => {
    const state = states[at];
    return state === undefined ? undefined : `${state} ${ways?.[0]?.id ?? ''} ${cost}`;
  });
}

/**
 * For each choice point the state of the run before it: the set of its steps, each hashed with those it depends on.
 * Undefined from the first step on that nobody looked at.
 */
function statesOf(decisions: readonly Decision[], dependent: Dependent): readonly (string | undefined)[] {
  const steps: { readonly step: Step; readonly hash: readonly [number, number] }[] = [];
  let low = 0;
  let high = 0;
  const states: (string | undefined)[] = [];
  for (const { step } of decisions) {
    states.push(`${low}.${high}`);
    if (!step) break;
    const before = steps.filter((one) => dependent(one.step, step)).map((one) => one.hash.join('.'));
    const hash = hash64([JSON.stringify(step), ...before.sort()].join(' '));
    steps.push({ step, hash });
    low = (low + hash[0]) >>> 0;
    high = (high + hash[1]) >>> 0;
  }
  return states;
}

/** Two FNV-1a hashes of 32 bits with different offsets. */
function hash64(text: string): readonly [number, number] {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (high >>> 15);
  }
  return [low >>> 0, high >>> 0];
}
