// Which children of a run are worth running. Without a reduction: all that the bound admits.
import { Spending } from '../bound.ts';
import type { Bound } from '../bound.ts';
import type { Decision } from '../decision.ts';
import { branchingAt, childrenOf, fingerprints, firstFree } from './tree.ts';
import type { Branching, Node } from './tree.ts';

/** Decides, run by run, which schedules come next. */
export interface Expander {
  /** The run of `node` has come back: children of it, or of runs that had to wait for it, in lists that are made as they are read. */
  expand(node: Node, decisions: readonly Decision[]): readonly Iterable<Node, void>[];
  /** The causes whose bound kept a schedule from being run. */
  readonly cut: ReadonlySet<Decision['cause']>;
}

/** A choice point of a run at which it took the usual way, with what the run has spent before it. */
export interface OpenPoint {
  readonly at: number;
  readonly decision: Decision;
  readonly spending: Spending;
}

/** The choice points behind the last deviation of a run. `spending` changes from one to the next. */
export function* openPoints(node: Node, decisions: readonly Decision[], bound: Bound): Iterable<OpenPoint> {
  const spending = new Spending(bound);
  const first = firstFree(node);
  for (const [at, decision] of decisions.entries()) {
    if (at >= first) yield { at, decision, spending };
    spending.spend(decision, decision.taken);
  }
}

/** Every schedule within the bound. */
export class FullExpander implements Expander {
  readonly #bound: Bound;
  readonly cut = new Set<Decision['cause']>();

  constructor(bound: Bound) {
    this.#bound = bound;
  }

  expand(node: Node, decisions: readonly Decision[]): readonly Iterable<Node, void>[] {
    const prints = fingerprints(decisions);
    const branchings: Branching[] = [];
    for (const { at, decision, spending } of openPoints(node, decisions, this.#bound)) {
      if (spending.affords(decision)) branchings.push(branchingAt(at, decision, prints));
      else this.cut.add(decision.cause);
    }
    return [childrenOf(node, branchings)];
  }
}
